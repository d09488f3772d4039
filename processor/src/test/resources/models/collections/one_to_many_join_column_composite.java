package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

class Key implements Serializable {
    Long x;
    String y;
}

@Entity
class B {
    @Id
    Long id;
}

@Entity
@IdClass(Key.class)
class A {
    @Id
    Long x;

    @Id
    String y;

    @OneToMany
    @JoinColumn(name = "ax", referencedColumnName = "x")
    @JoinColumn(name = "ay", referencedColumnName = "y")
    Set<B> bs;
}
