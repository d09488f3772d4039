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

    @ManyToMany
    @JoinTable(name = "a_b", joinColumns = @JoinColumn(name = "bid"), inverseJoinColumns = @JoinColumn(name = "aid"))
    List<A> as;
}
