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

    @Column(name = "b_id")
    Long bId;

    @ManyToOne
    @JoinColumn(name = "b_id", insertable = false, updatable = false)
    B b;
}
