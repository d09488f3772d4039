package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany(mappedBy = "a")
    @MapKey(name = "b")
    Map<C,B> vs;

    @OneToMany
    @MapKey(name = "b")
    Map<C,B> ws;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    C b;

    @ManyToOne
    A a;
}

@Entity
class C {
    @Id
    Long id;
}
