// -Aaccrete.duration_type=INTERVAL_SECOND
// hibernate.type.preferred_duration_jdbc_type=INTERVAL_SECOND
package model;

import jakarta.persistence.*;
import java.time.Duration;

@Entity
class A {
    @Id
    Long id;

    Duration a;
}
