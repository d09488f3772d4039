package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.FractionalSeconds;

@Entity
class A {
    @Id
    long id;

    @Column(secondPrecision = 0)
    Instant a;

    @Column(secondPrecision = 3)
    LocalDateTime b;

    @Column(secondPrecision = 6)
    LocalTime c;

    @Column(secondPrecision = 9)
    Instant d;

    @FractionalSeconds(2)
    LocalTime e;

    @FractionalSeconds(3)
    Instant f;

    @Column(secondPrecision = 4)
    OffsetDateTime g;

    // Neither is read of an array, and of a collection only the column's.
    @Column(secondPrecision = 3)
    LocalTime[] h;

    @FractionalSeconds(3)
    List<Instant> i;

    @ElementCollection
    @FractionalSeconds(1)
    List<Instant> j;

    @ElementCollection
    @Column(secondPrecision = 1)
    List<Instant> k;
}
