package model;

import jakarta.persistence.*;
import java.time.*;
import org.hibernate.annotations.*;

// Of the annotations beside it, a time with its offset in a second column has a named @Column alone.
@Entity
class Call {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(name = "rung", nullable = false, unique = true, columnDefinition = "timestamp with time zone")
    OffsetDateTime named;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(nullable = false, unique = true, secondPrecision = 3)
    OffsetDateTime unnamed;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(columnDefinition = "timestamp with time zone")
    OffsetDateTime defined;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(name = "hung_up", comment = "the end", secondPrecision = 2)
    @FractionalSeconds(1)
    ZonedDateTime commented;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @ColumnDefault("current_timestamp")
    @Basic(optional = false)
    @FractionalSeconds(1)
    OffsetDateTime usual;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @JdbcTypeCode(93)
    @jakarta.validation.constraints.NotNull
    ZonedDateTime coded;
}
