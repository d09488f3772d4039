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
    @JoinTable(name = "a_to_b", joinColumns = @JoinColumn(name = "a"), inverseJoinColumns = @JoinColumn(name = "b"))
    B b;
}
