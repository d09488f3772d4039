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

    @OneToMany
    @JoinColumn(name = "a_id", nullable = false)
    List<B> l2;
}

@Entity
class B {
    @Id
    Long id;
}
