// -Aaccrete.instant_type=TIMESTAMP_WITH_TIMEZONE
// hibernate.type.preferred_instant_jdbc_type=TIMESTAMP_WITH_TIMEZONE
package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;

/** What is set for an Instant is not for its day or its hour alone. */
@Entity
class Departure {
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
