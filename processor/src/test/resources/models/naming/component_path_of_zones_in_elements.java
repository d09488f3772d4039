// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package harbour;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

// Hibernate calls the column harbour_Pier_calls_{element}_arrived, quoted.
@Entity
class Pier {
    @Id
    Long id;

    @ElementCollection
    List<Call> calls;
}

@Embeddable
class Call {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime arrived;
}
