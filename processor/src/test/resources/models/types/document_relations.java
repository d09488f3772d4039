package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Collections of a document have tables, and keys without a constraint stand in it.
@Entity
class Person {
    @Id
    Long number;
}

@Embeddable
class Stay {
    @ElementCollection
    Map<String, Integer> costs;

    @ManyToMany
    Set<Person> guests;

    int nights;
}

@Embeddable
class Trip {
    Stay stay;

    @ManyToOne(optional = false)
    @JoinColumn(name = "guide", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Person guide;

    @Any
    @AnyDiscriminatorValue(discriminator = "P", entity = Person.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "payer_kind")
    @JoinColumn(name = "payer")
    Object payer;
}

@Embeddable
class Nothing {
    @Transient
    String forgotten;
}

@Entity
class Journey {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Trip trip;

    @JdbcTypeCode(SqlTypes.JSON)
    Nothing nothing;
}
