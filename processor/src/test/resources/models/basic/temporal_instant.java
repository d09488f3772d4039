package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;

// An Instant takes any precision.
@Entity
class Event {
    @Id
    Long id;

    @Temporal(TemporalType.DATE)
    Instant theDay;

    @Temporal(TemporalType.TIME)
    Instant theHour;

    @Temporal(TemporalType.TIMESTAMP)
    Instant moment;

    @Temporal(TemporalType.DATE)
    List<Instant> days;

    @ElementCollection
    @Temporal(TemporalType.TIME)
    List<Instant> hours;
}
