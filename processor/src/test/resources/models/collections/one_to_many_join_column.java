package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class C {
    @Id
    Long id;
}

@Entity
class D {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "a_id")
    List<B> bs;

    @OneToMany
    @JoinColumn(name = "a_ref", nullable = false)
    Set<C> cs;

    @OneToMany
    @JoinColumn
    Set<D> ds;
}
