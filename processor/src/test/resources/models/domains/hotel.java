package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Set;

// Table per class, bookings.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Room {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    String number;

    int floor;

    @ManyToOne(optional = false)
    Hotel hotel;
}

@Entity
class Single extends Room {
    boolean desk;
}

@Entity
class Suite extends Room {
    int rooms;

    @Column(length = 20)
    String name;

    @ElementCollection
    Set<String> amenities;
}

@Entity
class Hotel {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @Embedded
    Contact contact;

    int stars;

    @OneToMany(mappedBy = "hotel")
    Set<Room> rooms;
}

@Embeddable
class Contact {
    @Column(length = 30)
    String phone;

    String email;

    @Embedded
    Geo geo;
}

@Embeddable
record Geo(double lat, double lon) {}

@Entity
class Booking {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    Room room;

    @ManyToOne(optional = false)
    Guest guest;

    LocalDate arrival;
    LocalDate departure;

    @Embedded
    Price price;

    @ElementCollection
    Map<LocalDate, BigDecimal> nightly;
}

@Embeddable
class Price {
    @Column(precision = 10, scale = 2)
    BigDecimal net;

    @Column(precision = 10, scale = 2)
    BigDecimal tax;

    Currency currency;
}

@Entity
class Guest {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @Embedded
    Contact contact;

    @Version
    Instant rev;
}
