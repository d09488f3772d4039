package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class K {
    @Column(nullable = false)
    String k;

    int l;

    @ManyToOne(optional = false)
    B b;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "yy")
    Map<K,B> yy;

    @OneToMany(mappedBy = "a")
    Map<K2,B> zz;

    @ManyToMany
    @JoinTable(name = "w")
    Map<K,B> ww;
}

@Embeddable
class K2 {
    @Column(nullable = false)
    String k2;

    int l2;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}
