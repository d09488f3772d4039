package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(foreignKey = @ForeignKey(name = "fk_one"), inverseForeignKey = @ForeignKey(name = "fk_two"))
    Set<B> bs;
}

@Entity
class C {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<B> bs;
}
