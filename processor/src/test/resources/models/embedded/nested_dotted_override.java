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

    @Embedded
    Geo geo;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address one;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "s2"))
    @AttributeOverride(name = "geo.lat", column = @Column(name = "lat2"))
    @AttributeOverride(name = "geo.lon", column = @Column(name = "lon2", nullable = false))
    Address two;
}
