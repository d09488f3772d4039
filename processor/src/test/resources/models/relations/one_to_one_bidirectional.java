package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;

    @OneToOne(mappedBy = "b", cascade = CascadeType.ALL, orphanRemoval = true)
    A a;
}

@Entity
class A {
    @Id
    Long id;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "b_ref", nullable = false, updatable = false)
    B b;
}
