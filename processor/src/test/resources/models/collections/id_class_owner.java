package model;

import jakarta.persistence.*;
import java.util.*;

class PK implements java.io.Serializable {
    Long a;

    String b;
}

@Entity
@IdClass(PK.class)
class A {
    @Id
    Long a;

    @Id
    @Column(length = 20)
    String b;

    @ElementCollection
    Set<String> tags;

    @ManyToMany
    Set<C> cs;

    @OneToMany
    @JoinColumns({@JoinColumn(name = "aa", referencedColumnName = "a"), @JoinColumn(name = "bb", referencedColumnName = "b")})
    List<C> kids;

    @ElementCollection
    @OrderColumn
    List<Integer> nums;

    @OneToMany(mappedBy = "owner")
    Map<String,C> m;

    @ElementCollection
    @CollectionTable(name = "ctt", joinColumns = {@JoinColumn(name = "x2", referencedColumnName = "b"), @JoinColumn(name = "x1", referencedColumnName = "a")})
    List<String> ct;
}

@Entity
class C {
    @Id
    UUID id;

    @ManyToMany(mappedBy = "cs")
    Set<A> as;

    @ManyToOne
    A owner;
}
