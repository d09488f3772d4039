package model;

import jakarta.persistence.*;

@Entity
@Table(name = "bs")
class B {
    @Id
    @Column(name = "b_key")
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    B b;

    @ManyToOne
    @JoinColumn(name = "other")
    B other;
}
