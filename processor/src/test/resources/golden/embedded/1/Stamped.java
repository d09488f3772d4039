package shop;

import jakarta.persistence.*;
import java.time.Instant;

/** A superclass's attributes come first in each table. */
@MappedSuperclass
public abstract class Stamped {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, updatable = false)
    Instant createdAt;
}
