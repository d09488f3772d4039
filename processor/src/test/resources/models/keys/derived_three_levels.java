package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Keys over three levels, whose parts keep their columns; one is quoted, and referred to without quotes.
@Entity
@Table(name = "`Region`")
class Region {
    @EmbeddedId
    RegionId id;
}

@Embeddable
class RegionId implements Serializable {
    @Column(name = "land")
    String country;

    String district;
}

@Entity
@Table(name = "`Town`")
class Town {
    @EmbeddedId
    TownId id;

    @ManyToOne
    @MapsId("region")
    @JoinColumn(name = "LAND", referencedColumnName = "LAND")
    @JoinColumn(name = "DISTRICT", referencedColumnName = "district")
    Region region;
}

@Embeddable
class TownId implements Serializable {
    @Column(name = "`name`")
    String name;

    RegionId region;
}

@Entity
@Table(name = "`Street`")
class Street {
    @EmbeddedId
    StreetId id;

    @ManyToOne
    @MapsId("town")
    @JoinColumn(name = "LAND", referencedColumnName = "LAND")
    @JoinColumn(name = "DISTRICT", referencedColumnName = "DISTRICT")
    @JoinColumn(name = "NAME", referencedColumnName = "Name")
    Town town;
}

@Embeddable
class StreetId implements Serializable {
    @Column(name = "`nr`")
    String number;

    TownId town;
}
