package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.CreationTimestamp;

@Entity
class Reading {
    @Id
    Long sensor;

    @Id
    @CreationTimestamp
    Instant at;

    double measured;
}
