package model;

import jakarta.persistence.*;
import java.util.Set;

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
    Set<B> bs;
}
