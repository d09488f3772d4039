package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The identifier of a subclass is bound with its root: @MapsId derives nothing there, and the relation is one that does not write its columns.
@Entity
class Passport {
    @Id
    Long number;

    @OneToOne(mappedBy = "passport")
    Citizen citizen;
}

@Entity
class Person {
    @Id
    Long id;
}

@Entity
class Citizen extends Person {
    @OneToOne
    @MapsId
    Passport passport;

    @ManyToOne
    @MapsId
    @JoinColumn(name = "former")
    Passport former;
}

@Embeddable
record SeatKey(Long hall, Integer line) implements Serializable {}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Seat {
    @EmbeddedId
    SeatKey key;
}

@Entity
class Hall {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Place {
    @EmbeddedId
    SeatKey key;
}

@Entity
class BoxPlace extends Place {
    @ManyToOne
    @MapsId("hall")
    @JoinColumn(name = "hall")
    Hall hall;
}

@Entity
class BoxSeat extends Seat {
    @ManyToOne
    @MapsId
    Seat below;

    @ManyToOne
    @MapsId
    @JoinColumn(name = "door", nullable = true)
    Hall door;

    @ManyToOne
    @MapsId
    @JoinColumn(name = "other_hall", referencedColumnName = "hall")
    @JoinColumn(name = "other_row", referencedColumnName = "line")
    Seat other;

    @OneToOne
    @MapsId
    @JoinTable(name = "box_passports")
    Passport passport;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Voucher {
    @Id
    Long id;
}

@Entity
class Ticket extends Voucher {
    @OneToOne
    @MapsId
    @PrimaryKeyJoinColumn(name = "holder")
    Passport holder;
}
