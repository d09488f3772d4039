package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

class Key implements Serializable {
    Long x;
    String y;
}

@Entity
@IdClass(Key.class)
class B {
    @Id
    Long x;

    @Id
    String y;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    Set<B> bs;
}

@Entity
@IdClass(Key.class)
class C {
    @Id
    Long x;

    @Id
    String y;

    @ManyToMany
    List<A> as;
}
