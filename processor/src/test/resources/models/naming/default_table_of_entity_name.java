package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity(name = "my_entity")
class A {
    @Id
    Long id;
}

@Entity(name = "camelEntity")
class B {
    @Id
    Long id;

    @ManyToOne
    A a;

    @ManyToMany
    Set<A> as;
}
