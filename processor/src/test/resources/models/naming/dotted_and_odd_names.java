package model;

import jakarta.persistence.*;

@Entity
@Table(name = "my.table")
class A {
    @Id
    Long id;

    @Column(name = "first-name")
    String a;

    @Column(name = "2nd")
    String b;

    @Column(name = "with space")
    String c;

    @Column(name = "dollar$in")
    String d;
}
