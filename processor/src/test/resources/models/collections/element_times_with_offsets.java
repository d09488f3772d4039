package model;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;

// A value in a collection has no second column for its offset.
@Entity
class Log {
    @Id
    Long id;

    @ElementCollection
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    List<OffsetDateTime> columns;

    @ElementCollection
    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    List<ZonedDateTime> autos;

    @ElementCollection
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    Set<OffsetTime> times;

    @ElementCollection
    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    Set<OffsetTime> autoTimes;

    @ElementCollection
    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    Map<OffsetDateTime, OffsetDateTime> natives;
}
