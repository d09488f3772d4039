// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package observatory;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.*;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

// The path that names a value beside its offset begins with the entity's class.
@MappedSuperclass
abstract class Noted {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime notedAt;
}

@Embeddable
class Night {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(nullable = false, precision = 3)
    ZonedDateTime dusk;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    
    OffsetTime dawn;

    @TimeZoneColumn
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetTime moonRise;
}

@Entity
class Telescope extends Noted {
    @Id
    Long id;

    Night night;

    Night planned;

    @ElementCollection
    Map<Integer, Night> byYear;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime opened;
}

@Entity
class Radio extends Telescope {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime silentSince;
}

@Entity
class Season {
    @EmbeddedId
    SeasonKey key;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime closed;
}

@Embeddable
class SeasonKey implements java.io.Serializable {
    int year;

    int part;
}

class Nested {
    @Entity
    @Table(name = "domes")
    static class Dome {
        @Id
        Long id;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime opened;
    }
}
