package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;

    String code;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "b", referencedColumnName = "id")
    B b;
}
