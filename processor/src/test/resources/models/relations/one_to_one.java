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

    @OneToOne
    B b;

    @OneToOne(optional = false)
    B c;

    @OneToOne
    @JoinColumn(name = "dd", unique = false)
    B d;
}
