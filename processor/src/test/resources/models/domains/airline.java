package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

// Composite keys through several levels.
@Entity
class Airline {
    @Id
    @Column(length = 2)
    String code;

    String name;
}

class FlightId implements Serializable {
    String airline;
    Integer number;
}

@Entity
@IdClass(FlightId.class)
class Flight {
    @Id
    @ManyToOne
    Airline airline;

    @Id
    Integer number;

    @ManyToOne(optional = false)
    Airport departure;

    @ManyToOne(optional = false)
    Airport arrival;

    LocalTime leaves;
    Duration duration;
}

@Entity
class Airport {
    @Id
    @Column(columnDefinition = "char(3)")
    String iata;

    String city;
    double lat;
    double lon;
    ZoneId zone;
}

@Embeddable
class DepartureId implements Serializable {
    FlightId flight;
    LocalDate day1;
}

class LegId implements Serializable {
    FlightId flight;
    LocalDate onDay;
}

@Entity
@IdClass(LegId.class)
class Leg {
    @Id
    @ManyToOne
    Flight flight;

    @Id
    LocalDate onDay;

    String gate;

    @ManyToOne
    Aircraft aircraft;

    @OneToMany(mappedBy = "leg")
    Set<Seat> seats;
}

class SeatId implements Serializable {
    LegId leg;
    String seatNo;
}

@Entity
@IdClass(SeatId.class)
class Seat {
    @Id
    @ManyToOne
    Leg leg;

    @Id
    @Column(length = 4)
    String seatNo;

    @ManyToOne
    Passenger passenger;

    BigDecimal fare;
}

@Entity
class Passenger {
    @Id
    @GeneratedValue
    UUID id;

    String name;

    @OneToMany(mappedBy = "passenger")
    List<Seat> seats;
}

@Entity
class Aircraft {
    @Id
    String registration;

    @Enumerated(EnumType.STRING)
    Model model;

    enum Model {
        A320,
        B737,
        E190
    }
}
