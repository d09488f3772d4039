package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Base {
    @Id
    Long id;

    @ElementCollection
    List<String> bs;
}

@Entity
class S1 extends Base {
    @ElementCollection
    Set<String> s1;

    @OneToMany
    @JoinColumn(name = "s1_id")
    @OrderColumn
    List<T> ts;

    @ManyToMany
    Set<T> mts;
}

@Entity
class S2 extends Base {
    @OneToMany(mappedBy = "s2")
    @OrderColumn
    List<T> t2;

    @OneToOne
    @JoinTable(name = "s2t")
    T one;
}

@Entity
class T {
    @Id
    Long id;

    @ManyToOne
    S2 s2;

    @ManyToMany(mappedBy = "mts")
    Set<S1> back;
}
