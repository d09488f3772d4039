package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@Entity
@SuppressWarnings("rawtypes")
class A {
    @Id
    Long id;

    @OneToMany(targetEntity = B.class)
    Set bs;

    @ElementCollection(targetClass = String.class)
    List names;
}
