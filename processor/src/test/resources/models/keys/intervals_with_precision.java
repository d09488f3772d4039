// -Aaccrete.duration_type=INTERVAL_SECOND
// hibernate.type.preferred_duration_jdbc_type=INTERVAL_SECOND
package model;

import jakarta.persistence.*;
import java.time.Duration;

@Embeddable
record LapKey(String driver, @Column(precision = 15, scale = 3) Duration lap) {}

@Entity
class Lap {
    @EmbeddedId
    LapKey id;
}
