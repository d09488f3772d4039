package model;

import jakarta.persistence.*;
import java.util.List;

@Embeddable
class Geo {
    double lat;
    double lon;
}

@Embeddable
class Place {
    String name;

    @Embedded
    Geo geo;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverride(name = "name", column = @Column(name = "place_name", length = 60))
    @AttributeOverride(name = "geo.lat", column = @Column(name = "latitude"))
    List<Place> places;
}
