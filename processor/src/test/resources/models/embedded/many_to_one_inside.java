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

    @ManyToOne(optional = false)
    @JoinColumn(name = "region_id")
    Country region;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address address;
}
