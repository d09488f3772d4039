package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "fkjt3", joinColumns = @JoinColumn(name = "x", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)), inverseJoinColumns = @JoinColumn(name = "y", foreignKey = @ForeignKey(name = "fkq")))
    List<B> fkjt3;

    @ManyToMany
    @JoinTable(name = "fkjt4", foreignKey = @ForeignKey(name = "fka"), inverseForeignKey = @ForeignKey(name = "fkb"), joinColumns = @JoinColumn(name = "x", foreignKey = @ForeignKey(name = "fkp")), inverseJoinColumns = @JoinColumn(name = "y", foreignKey = @ForeignKey(name = "fkq4")))
    List<B> fkjt4;

    @ManyToMany
    @JoinTable(name = "fkjt5", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT), inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<B> f5;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(name = "fkcc"))
    List<String> a;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(foreignKey = @ForeignKey(name = "fkdd")))
    List<String> b;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    List<String> c;
}

@Entity
class B {
    @Id
    Long id;
}
