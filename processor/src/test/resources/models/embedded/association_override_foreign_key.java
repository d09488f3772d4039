package model;

import jakarta.persistence.*;

@Entity
class Country {
    @Id
    Long id;
}

@Embeddable
class Address {
    @ManyToOne
    Country country;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    @AssociationOverride(
            name = "country",
            joinColumns = @JoinColumn(name = "c", nullable = false),
            foreignKey = @ForeignKey(name = "fk_country"))
    Address work;
}
