package model;

import jakarta.persistence.*;

@Entity
class Country {
    @Id
    Long id;
}

@Embeddable
class Address {
    String street;

    @ManyToOne
    Country country;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "w_street"))
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "w_country"))
    Address work;
}
