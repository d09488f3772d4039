package model;

import jakarta.persistence.*;
import java.util.*;

// The components of a record stay in their order, also in the keys that refer to them.
record SeatKey(String row, int number) implements java.io.Serializable {}

@Entity
@IdClass(SeatKey.class)
class Seat {
    @Id
    @Column(name = "seat_row", length = 5)
    String row;

    @Id
    int number;

    @OneToOne
    Seat opposite;

    @ElementCollection
    Set<String> marks;
}

@Entity
class Ticket {
    @Id
    long id;

    @OneToOne
    Seat seat;

    @OneToOne
    @JoinColumn(name = "old_row", referencedColumnName = "seat_row")
    @JoinColumn(name = "old_number", referencedColumnName = "number")
    Seat old;
}
