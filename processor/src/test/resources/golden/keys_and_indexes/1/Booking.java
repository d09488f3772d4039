package shop;

import jakarta.persistence.*;
import java.time.Instant;

@Entity
@Table(
        name = "bookings",
        uniqueConstraints = @UniqueConstraint(name = "one_guest_per_seat", columnNames = {"showing", "seat"}),
        indexes = {
            @Index(columnList = "bookedAt desc, seat"),
            @Index(name = "ix_guest", columnList = "guest"),
            @Index(name = "uq_code", columnList = "code", unique = true)
        })
public class Booking {
    @Id
    Long id;

    long showing;
    int seat;
    String guest;
    String code;
    Instant bookedAt;
}
