package model;

import jakarta.persistence.*;
import java.util.Collection;
import java.util.List;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    List<B> bs;

    @OneToMany
    @JoinTable(name = "a_cs")
    Collection<B> cs;
}
