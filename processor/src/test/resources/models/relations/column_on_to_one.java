package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @Column(name = "x")
    B b;
}
