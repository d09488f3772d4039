package model;

import jakarta.persistence.*;

@Entity
@SecondaryTable(name = "details")
class A {
    @Id
    Long id;

    String name;

    @Column(table = "details", length = 500)
    String text;

    @Column(table = "details", nullable = false)
    int n;

    @Column(table = "details")
    int m;
}
