package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
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
}
