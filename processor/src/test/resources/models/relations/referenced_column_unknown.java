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
    @JoinColumn(name = "x", referencedColumnName = "nothing")
    B b;
}
