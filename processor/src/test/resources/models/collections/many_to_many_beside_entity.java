package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "a_b", joinColumns = @JoinColumn(name = "aid"), inverseJoinColumns = @JoinColumn(name = "bid"))
    Set<B> bs;
}

@Entity
class B {
    @Id
    Long id;
}

@Entity
@Table(name = "a_b")
class AB {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "aid")
    A a;

    @ManyToOne
    @JoinColumn(name = "bid")
    B b;
}
