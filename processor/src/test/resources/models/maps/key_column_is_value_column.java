package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "fkjt3")
    @MapKeyJoinColumn(name = "k", foreignKey = @ForeignKey(name = "kk"))
    Map<B,B> m;

    @OneToMany
    @JoinColumn(name = "jc", foreignKey = @ForeignKey(name = "jcfk"))
    Set<B> jc;

    @OneToMany
    @JoinTable(name = "f6", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<B> f6;

    @ElementCollection
    @MapKeyJoinColumn(name = "em", nullable = false, foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Map<B,Integer> em;
}

@Entity
class B {
    @Id
    Long id;
}
