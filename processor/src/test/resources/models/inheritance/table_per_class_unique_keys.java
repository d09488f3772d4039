package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
record SeatKey(String hall, Long number, String block) implements Serializable {}

/** A unique constraint over the primary key's columns names the key and orders it, in the tables of subclasses, too. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(uniqueConstraints = @UniqueConstraint(name = "the_seat", columnNames = {"hall", "block", "number"}))
abstract class Seat {
    @EmbeddedId
    SeatKey key;
}

@Entity
class Armchair extends Seat {}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"hall", "block", "number"}))
class Place {
    @EmbeddedId
    SeatKey key;
}

@Entity
class Standing extends Place {}

/** One of a subclass stands beside the key that its table repeats. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Ticket {
    @EmbeddedId
    SeatKey key;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "one_season", columnNames = {"hall", "block", "number"}))
class SeasonTicket extends Ticket {}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"number", "block", "hall"}))
class DayTicket extends Ticket {}
