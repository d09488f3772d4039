// -Aaccrete.timezone_storage=normalize
// hibernate.timezone.default_storage=NORMALIZE
package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

@Entity
class A {
    @Id
    Long id;

    OffsetDateTime a;
    ZonedDateTime b;
    Instant c;
}
