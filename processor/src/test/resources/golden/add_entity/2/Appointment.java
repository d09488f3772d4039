package shop;

import jakarta.persistence.*;

/** The story of the README: a new table, and a relation to it from a table with rows. */
@Entity
@Table(indexes = @Index(name = "ix_appointment_room", columnList = "room_id"))
public class Appointment {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    @JoinColumn(name = "room_id")
    Room room;
}
