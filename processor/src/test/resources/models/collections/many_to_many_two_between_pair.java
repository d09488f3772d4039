package model;

import jakarta.persistence.*;
import java.util.Set;

// Their join tables have the same default name.
@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    Set<B> first;

    @ManyToMany
    Set<B> second;
}
