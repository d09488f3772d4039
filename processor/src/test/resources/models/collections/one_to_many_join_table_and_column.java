package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinTable(name = "jt")
    @JoinColumn(name = "x")
    List<B> l;
}

@Entity
class B {
    @Id
    Long id;
}
