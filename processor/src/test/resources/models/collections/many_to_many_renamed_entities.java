package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity(name = "Bee")
@Table(name = "bees")
class B {
    @Id
    @Column(name = "bee_key")
    Long id;
}

@Entity(name = "Aye")
class A {
    @Id
    @Column(name = "aye_key")
    Long id;

    @ManyToMany
    Set<B> myBees;
}
