// -Aaccrete.instant_type=TIMESTAMP
// hibernate.type.preferred_instant_jdbc_type=TIMESTAMP
package model;

import jakarta.persistence.*;
import java.time.Instant;

@Entity
class A {
    @Id
    Long id;

    Instant a;

    @Column(secondPrecision = 3)
    Instant b;
}
