// -Aaccrete.uuid_type=CHAR
// hibernate.type.preferred_uuid_jdbc_type=CHAR
package model;

import jakarta.persistence.*;
import java.util.UUID;

@Entity
class A {
    @Id
    UUID id;

    UUID b;

    @ManyToOne
    A parent;
}
