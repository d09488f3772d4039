package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

// An identifier taken from a relation whose columns are the other side's: the identifier has columns named as the
// relation's own would be, which refer to nothing.

@Entity
class Person {
    @Id @Column(name = "person_id", length = 20) String id;
    @OneToOne @JoinColumn(name = "passport") Passport passport;
}

@Entity
class Passport {
    @Id @Column(name = "own_name", length = 40) String id;
    @OneToOne(mappedBy = "passport") @MapsId Person holder;
    @OneToMany(mappedBy = "passport") List<Visa> visas;
}

@Entity
class Visa {
    @Id Long id;
    @ManyToOne Passport passport;
}

@Entity
class Country {
    @Id Long id;
    @OneToOne Capital capital;
}

@Entity
class Capital {
    @Id @Column(name = "country_id") Long id;
    @OneToOne(mappedBy = "capital") @MapsId Country country;
}

// What @MapsId names is not looked for in an identifier of one value.
@Entity
class Parliament {
    @Id @GeneratedValue @Column(name = "number") Long id;
    @OneToOne(mappedBy = "parliament") @MapsId("id") Seat seat;
}

@Entity
class Seat {
    @Id Long id;
    @OneToOne Parliament parliament;
}

@Embeddable
class RoomKey implements Serializable {
    Long building;
    int number;
}

@Entity
class Room {
    @EmbeddedId RoomKey id;
    @OneToOne(mappedBy = "room") @MapsId("building") Building inside;
}

@Entity
class Building {
    @Id Long id;
    @OneToOne Room room;
}

@Entity
class Door {
    @EmbeddedId RoomKey id;
    @OneToOne(mappedBy = "door") @MapsId Lock lock;
}

@Entity
class Lock {
    @EmbeddedId RoomKey id;
    @OneToOne Door door;
}

class DeskKey implements Serializable {
    Long floor;
    Long place;
}

@Entity
@IdClass(DeskKey.class)
class Desk {
    @Id Long floor;
    @Id Long place;
    @OneToOne(mappedBy = "desk") @MapsId("place") Place at;
}

@Entity
class Place {
    @Id Long id;
    @OneToOne Desk desk;
}
