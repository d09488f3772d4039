package model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;

/**
 * A unique constraint over the primary key orders and names that of an entity's own table, and not that of a secondary table or of a
 * relation to one entity, where Hibernate leaves it out.
 */
@Entity
@IdClass(SeatKey.class)
@SecondaryTable(
        name = "seat_note",
        pkJoinColumns = {
            @PrimaryKeyJoinColumn(name = "seat_row", referencedColumnName = "place"),
            @PrimaryKeyJoinColumn(name = "seat_hall", referencedColumnName = "hall")
        },
        uniqueConstraints = {
            @UniqueConstraint(name = "note_of_seat", columnNames = {"seat_row", "seat_hall"}),
            @UniqueConstraint(name = "note_once", columnNames = {"note", "seat_hall"})
        })
@SecondaryTable(
        name = "seat_price",
        pkJoinColumns = {
            @PrimaryKeyJoinColumn(name = "price_row", referencedColumnName = "place"),
            @PrimaryKeyJoinColumn(name = "price_hall", referencedColumnName = "hall")
        },
        indexes = @Index(name = "price_of_seat", columnList = "price_hall, price_row", unique = true))
class Seat {
    @Id
    Integer hall;

    @Id
    String place;

    @Column(table = "seat_note")
    String note;

    @Column(table = "seat_price")
    Integer price;

    @ManyToOne
    @JoinTable(
            name = "seat_guest",
            joinColumns = {
                @JoinColumn(name = "guest_row", referencedColumnName = "place"),
                @JoinColumn(name = "guest_hall", referencedColumnName = "hall")
            },
            inverseJoinColumns = @JoinColumn(name = "guest"),
            uniqueConstraints = @UniqueConstraint(name = "guest_of_seat", columnNames = {"guest_row", "guest_hall"}))
    Guest guest;
}

@Entity
class Guest {
    @Id
    Integer id;
}

class SeatKey implements Serializable {
    Integer hall;
    String place;
}
