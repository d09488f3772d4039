package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class A {
    @Id
    Long id;

    @ManyToMany
    Set<B> as;

    @ElementCollection
    Set<String> aes;

    @OneToMany(mappedBy = "a")
    List<B> inv;
}

@Entity
class A2 extends A {
    @ManyToMany
    Set<B> bs;

    @OneToMany
    @JoinColumn
    Set<B> cs;

    @ElementCollection
    Set<String> es;
}

@Entity
class A3 extends A {
    @ManyToMany
    Set<B> b3s;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;

    @ManyToMany
    Set<A> ms;

    @OneToMany
    List<A3> a3s;
}
