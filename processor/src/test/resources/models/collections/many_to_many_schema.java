package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
@Table(schema = "one")
class B {
    @Id
    Long id;
}

@Entity
@Table(schema = "two", name = "the_a")
class A {
    @Id
    Long id;

    @ManyToMany
    Set<B> bs;

    @ManyToMany
    @JoinTable(schema = "three", name = "x")
    Set<B> cs;
}
