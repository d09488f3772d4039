package model;

import jakarta.persistence.*;
import java.util.Collection;
import java.util.SortedSet;
import org.hibernate.annotations.SortNatural;

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
    Collection<B> a;

    @ManyToMany
    @JoinTable(name = "x")
    @SortNatural
    SortedSet<String> bad;
}
