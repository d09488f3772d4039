package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class E {
    @ManyToMany
    Set<B> bs;

    @ElementCollection
    Set<String> es;

    @OneToMany(mappedBy = "a")
    List<C> cs;
}

@Entity
class A {
    @Id
    Long id;

    E e;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToMany(mappedBy = "e.bs")
    Set<A> as;
}

@Entity
class C {
    @Id
    Long id;

    @ManyToOne
    A a;
}
