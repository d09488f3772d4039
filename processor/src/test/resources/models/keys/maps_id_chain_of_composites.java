package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Country {
    @Id String code;
}

class CityId implements Serializable {
    String country;
    Integer no;
}

@Entity
@IdClass(CityId.class)
class City {
    @Id @ManyToOne Country country;
    @Id Integer no;
}

class StreetId implements Serializable {
    CityId city;
    String name;
}

@Entity
@IdClass(StreetId.class)
class Street {
    @Id @ManyToOne City city;
    @Id String name;
}

@Embeddable
class HouseId implements Serializable {
    StreetId street;
    short number;
}

@Entity
class Town {
    @EmbeddedId TownId id;
    @MapsId("country") @ManyToOne Country country;
}

@Embeddable
class TownId implements Serializable {
    String country;
    Integer number;
}

@Embeddable
class RoadId implements Serializable {
    TownId town;
    String name;
}

@Entity
class Road {
    @EmbeddedId RoadId id;
    @MapsId("town")
    @ManyToOne
    @JoinColumn(name = "town_no", referencedColumnName = "number")
    @JoinColumn(name = "town_country", referencedColumnName = "country_code")
    Town town;
}

@Entity
class Home {
    @Id @OneToOne Road road;
    String owner;
}

@Entity
class Guest {
    @Id @GeneratedValue Integer id;
    @ManyToOne Home home;
    @ManyToOne Street street;
}
