package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    @Column(name = "x")
    int one;

    @Column(name = "X")
    int two;
}
