package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.SourceType;

@Entity
class A {
    @Id
    Long id;

    @CurrentTimestamp
    Instant a;

    @CurrentTimestamp(event = org.hibernate.generator.EventType.INSERT)
    LocalDateTime b;

    @CreationTimestamp
    @Column(name = "cc", secondPrecision = 3)
    Instant c;

    @CreationTimestamp(source = SourceType.DB)
    Instant d;
}
