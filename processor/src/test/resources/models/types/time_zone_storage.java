package model;

import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
class A {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime a;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime b;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    ZonedDateTime c;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    ZonedDateTime d;

    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    OffsetDateTime e;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zone_of_f")
    @Column(name = "ff", nullable = false)
    OffsetDateTime f;

    @TimeZoneStorage(TimeZoneStorageType.DEFAULT)
    OffsetDateTime g;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(name = "hh")
    OffsetDateTime h;
}
