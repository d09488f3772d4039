package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;
import java.time.Instant;

@Entity
public class Customer {
    @Id
    Long id;

    String name;

    /** Rows that exist get the backfill's value, in batches. */
    @Backfill("now()")
    @Column(nullable = false)
    Instant joinedAt;
}
