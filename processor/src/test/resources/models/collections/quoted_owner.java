package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "`Qa`")
class A {
    @Id
    Long id;

    @ManyToMany
    Set<B> bs;

    @ElementCollection
    Set<String> x;

    @OneToMany
    @JoinColumn
    Set<B> jc;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToMany
    Set<A> as;

    @ManyToMany(mappedBy = "bs")
    Set<A> aas;

    @OneToMany
    @JoinColumn
    Set<A> jc;
}

@Entity
class C {
    @Id
    @Column(name = "`Cid`")
    Long id;

    @ManyToMany
    Set<A> as;

    @ElementCollection
    Set<String> x;

    @OneToMany
    @JoinColumn
    Set<A> jc;

    @Column(name = "`q q`")
    @ElementCollection
    Set<String> qq;
}
