package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany(mappedBy = "a")
    @OrderColumn(name = "pos")
    List<B> l;

    @OneToMany
    @JoinColumn(name = "aa")
    @MapKeyColumn(name = "code")
    Map<String,B> m;

    @OneToMany
    @JoinColumn(name = "cc")
    @MapKeyColumn(name = "code2")
    Map<String,B> m2;
}

@Entity
class B {
    @Id
    Long id;

    @Column(nullable = false, insertable = false, updatable = false)
    int pos;

    @Column(length = 30, insertable = false, updatable = false)
    String code;

    @Column(length = 30)
    String code2;

    @ManyToOne
    A a;
}
