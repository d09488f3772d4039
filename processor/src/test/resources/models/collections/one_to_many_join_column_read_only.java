package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "a_id", nullable = false)
    List<B> l;
}

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "a_id", insertable = false, updatable = false)
    A a;
}
