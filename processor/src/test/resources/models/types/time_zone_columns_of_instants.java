// -Aaccrete.timezone_storage=column
// -Aaccrete.instant_type=TIMESTAMP
// hibernate.timezone.default_storage=COLUMN
// hibernate.type.preferred_instant_jdbc_type=TIMESTAMP
package shop;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;

/** A date and time whose offset is apart is stored as an instant is; a version is not. */
@Entity
class Receipt {
    @Id
    Long id;

    @Version
    OffsetDateTime changed;

    OffsetDateTime printed;

    @Column(precision = 3)
    ZonedDateTime paid;

    OffsetTime opened;

    Instant moment;

    @ElementCollection
    List<OffsetDateTime> reminders;
}
