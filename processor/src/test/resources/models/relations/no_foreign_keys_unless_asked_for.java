// -Aaccrete.foreign_keys=false
// hibernate.hbm2ddl.default_constraint_mode=NO_CONSTRAINT
package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Entity
class Country {
    @Id
    int id;
}

/** Overrides ask for foreign keys, unless the relation itself has join columns that do not. */
@Embeddable
class Origin {
    @ManyToOne
    Country made;

    @ManyToOne
    @JoinColumn(name = "sold_in")
    Country sold;

    @ManyToOne
    @JoinColumn(name = "tested_in", foreignKey = @ForeignKey(name = "fk_tested"))
    Country tested;
}

@Entity
class Product {
    @Id
    long id;

    @AssociationOverride(
            name = "made",
            joinColumns = @JoinColumn(name = "made_in"),
            foreignKey = @ForeignKey(name = "fk_made_in"))
    @AssociationOverride(
            name = "sold",
            joinColumns = @JoinColumn(name = "sold_at"),
            foreignKey = @ForeignKey(name = "fk_sold_at"))
    @AssociationOverride(
            name = "tested",
            joinColumns = @JoinColumn(name = "tested_at"),
            foreignKey = @ForeignKey(name = "fk_tested_at"))
    Origin origin;

    /** Here only a single @JoinColumn could say that there is none. */
    @OneToMany
    @JoinColumns(@JoinColumn(name = "part_of"))
    List<Product> parts;

    @OneToMany
    @JoinColumn(name = "successor_of")
    List<Product> successors;

    @ManyToMany
    @JoinTable(name = "akin_products")
    Set<Product> akin;

    @ManyToMany(mappedBy = "akin")
    Set<Product> akinTo;
}
