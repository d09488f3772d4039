package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;

@Entity
class A {
    @Id
    long id;

    @CreationTimestamp
    Instant a;

    @UpdateTimestamp
    LocalDateTime b;

    @CurrentTimestamp(source = SourceType.VM)
    Instant c;

    @CreationTimestamp
    @Column(name = "created_on", nullable = true)
    Date d;

    @UpdateTimestamp
    @Column(updatable = false)
    OffsetDateTime e;
}
