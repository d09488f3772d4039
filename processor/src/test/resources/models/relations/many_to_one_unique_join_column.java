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
    @JoinColumn(unique = true)
    B b;

    @ManyToOne
    @JoinColumn(name = "c", insertable = false, updatable = false)
    B c;

    @ManyToOne
    @JoinColumn(name = "d", columnDefinition = "bigint", unique = true, nullable = false)
    B d;
}
