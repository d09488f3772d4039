package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "parent")
    @OrderColumn(name = "idx")
    List<A> kids;

    @ManyToOne
    @JoinColumn(name = "parent")
    A parent;

    @ManyToMany
    @JoinTable(name = "fr", joinColumns = @JoinColumn(name = "l"), inverseJoinColumns = @JoinColumn(name = "r"))
    Set<A> friends;

    @ManyToMany(mappedBy = "friends")
    Set<A> of;
}
