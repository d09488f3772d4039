package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @OneToMany(targetEntity = B.class)
    Set raw;

    @ManyToMany(targetEntity = B.class)
    @JoinTable(name = "r2")
    Collection<?> raw2;

    @ElementCollection(targetClass = Integer.class)
    Collection raw3;

    @ElementCollection(targetClass = String.class)
    @MapKeyClass(Integer.class)
    Map raw4;
}

@Entity
class B {
    @Id
    Long id;
}
