package model;

import jakarta.persistence.*;

@Embeddable
class Geo {
    double lat;
    double lon;
}

@Embeddable
class Address {
    String street;
    Geo geo;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address address;
}
