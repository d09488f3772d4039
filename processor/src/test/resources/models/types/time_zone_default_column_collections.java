package model;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;

// -Aaccrete.timezone_storage=column
// hibernate.timezone.default_storage=COLUMN

// Collections have no second column for an offset, embeddables in them have; what leaves it to the setting has none.
@Entity
class Call {
    @Id
    Long id;

    @ElementCollection
    List<OffsetDateTime> rings;

    @ElementCollection
    Set<OffsetTime> times;

    @ElementCollection
    Map<OffsetDateTime, String> notes;

    @ElementCollection
    List<Pause> pauses;

    @TimeZoneStorage(TimeZoneStorageType.DEFAULT)
    OffsetDateTime usual;

    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    OffsetDateTime automatic;
}

@Embeddable
class Pause {
    OffsetDateTime since;
}
