package shop;

import jakarta.persistence.*;

/** An enum is stored by name or by number; either way the database takes no other value. */
@Entity
public class Ticket {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    State state;

    Priority priority;
}
