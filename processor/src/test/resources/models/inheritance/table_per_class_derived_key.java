package model;

import jakarta.persistence.*;
import java.io.Serializable;

/** The unique key of a one-to-one orders the primary key, in the tables of the subclasses, too. */
@Embeddable
record PlaceKey(String country, Long zip, String street) implements Serializable {}

@Entity
class Place {
    @EmbeddedId
    PlaceKey id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Building {
    @EmbeddedId
    PlaceKey id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "c1", referencedColumnName = "country")
    @JoinColumn(name = "c2", referencedColumnName = "zip")
    @JoinColumn(name = "c3", referencedColumnName = "street")
    Place place;
}

@Entity
class School extends Building {
    int pupils;
}

@Entity
class BoardingSchool extends School {
    int beds;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Ground {
    @Id
    @OneToOne
    Place place;
}

@Entity
class Playground extends Ground {
    int swings;
}
