// -Aaccrete.foreign_keys=false
// hibernate.hbm2ddl.default_constraint_mode=no_constraint
package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class A {
    @Id
    Long id;

    @OneToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.CONSTRAINT))
    B asked;

    @ManyToMany
    Set<B> bs;

    @ElementCollection
    List<String> texts;
}

@Entity
@SecondaryTable(name = "extra")
class B extends A {
    @Column(table = "extra")
    String text;
}
