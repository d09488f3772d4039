package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class B {
    @Id
    Long id;

    @OneToOne
    @MapsId
    A a;
}

@Entity
class C {
    @Id
    Long id;

    @OneToOne
    @MapsId
    B b;
}
