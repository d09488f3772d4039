package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Size;

// A length that makes a large object of a value does so before constraints are looked at; PostgreSQL has no such length.
@Entity
class Letter {
    @Id
    Long id;

    @Column(length = 2_000_000)
    @Size(max = 30)
    String text;

    @Column(length = 20_000_000)
    @Size(max = 30)
    String longer;

    @Column(length = 2_000_000)
    @Size(max = 40)
    byte[] scan;

    @Column(length = 1_000)
    @Size(max = 3_000_000)
    String raised;

    @Size(max = 3_000_000)
    String unstated;

    @ElementCollection
    @Column(length = 2_000_000)
    @Size(max = 5)
    java.util.List<String> lines;
}
