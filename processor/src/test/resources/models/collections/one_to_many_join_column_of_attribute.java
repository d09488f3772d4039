package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "a_id")
    List<B> l;

    @OneToMany
    @JoinColumn(name = "a2_id")
    List<B> l2;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "a_id")
    A a;

    @ManyToOne(optional = false)
    @JoinColumn(name = "a2_id")
    A a2;
}
