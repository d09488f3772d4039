package model;

import jakarta.persistence.*;

@Embeddable
class E {
    @ManyToOne
    @JoinTable(name = "ab")
    B b;
}

@Entity
class A {
    @Id
    Long id;

    E e;
}

@Entity
class B {
    @Id
    Long id;
}
