package model;

import jakarta.persistence.*;

@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"a", "b"}),
            @UniqueConstraint(name = "uq_c", columnNames = "c")
        })
class A {
    @Id
    Long id;

    String a;
    int b;

    @Column(nullable = false)
    String c;
}
