package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class A {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    B b;
}
