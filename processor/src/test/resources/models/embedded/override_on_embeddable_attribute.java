package model;

import jakarta.persistence.*;

// The override stands at an attribute inside the embeddable; the outer one wins.
@Embeddable
class Geo {
    double lat;
    double lon;
}

@Embeddable
class Address {
    @Embedded
    @AttributeOverride(name = "lat", column = @Column(name = "inner_lat"))
    Geo geo;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address one;
}

@Entity
class B {
    @Id
    Long id;

    @Embedded
    @AttributeOverride(name = "geo.lat", column = @Column(name = "outer_lat"))
    Address one;
}
