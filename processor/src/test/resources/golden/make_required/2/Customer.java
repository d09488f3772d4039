package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;

@Entity
public class Customer {
    @Id
    Long id;

    @Backfill("'unknown'")
    @Column(nullable = false)
    String name;
}
