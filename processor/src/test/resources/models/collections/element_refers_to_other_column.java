package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    String code;

    @ManyToMany
    @JoinTable(name = "rc", inverseJoinColumns = @JoinColumn(name = "bc", referencedColumnName = "bcode"))
    Set<B> rc;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "ac", referencedColumnName = "code"))
    Set<String> ss;
}

@Entity
class B {
    @Id
    Long id;

    String bcode;
}
