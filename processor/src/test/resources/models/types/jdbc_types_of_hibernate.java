package model;

import jakarta.persistence.*;
import java.time.*;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;
import org.hibernate.type.descriptor.jdbc.DurationJdbcType;
import org.hibernate.type.descriptor.jdbc.InstantAsTimestampJdbcType;
import org.hibernate.type.descriptor.jdbc.InstantAsTimestampWithTimeZoneJdbcType;
import org.hibernate.type.descriptor.jdbc.InstantJdbcType;
import org.hibernate.type.descriptor.jdbc.LocalDateJdbcType;
import org.hibernate.type.descriptor.jdbc.LocalDateTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.LocalTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.LongNVarcharJdbcType;
import org.hibernate.type.descriptor.jdbc.NCharJdbcType;
import org.hibernate.type.descriptor.jdbc.NVarcharJdbcType;
import org.hibernate.type.descriptor.jdbc.OffsetDateTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.OffsetTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.TimeWithTimeZoneJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsInstantJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsJdbcTimestampJdbcType;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsOffsetDateTimeJdbcType;
import org.hibernate.type.descriptor.jdbc.TinyIntAsSmallIntJdbcType;
import org.hibernate.type.descriptor.jdbc.UuidAsBinaryJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharUUIDJdbcType;
import org.hibernate.type.descriptor.jdbc.ZonedDateTimeJdbcType;

@Entity
class A {
    @Id
    Long id;

    @JdbcType(InstantJdbcType.class)
    Instant a1;

    @JdbcType(InstantAsTimestampJdbcType.class)
    Instant a2;

    @JdbcType(InstantAsTimestampWithTimeZoneJdbcType.class)
    Instant a3;

    @JdbcType(TimestampUtcAsInstantJdbcType.class)
    Instant a4;

    @JdbcType(TimestampUtcAsOffsetDateTimeJdbcType.class)
    OffsetDateTime a5;

    @JdbcType(TimestampUtcAsJdbcTimestampJdbcType.class)
    Instant a6;

    @JdbcType(LocalDateTimeJdbcType.class)
    LocalDateTime b1;

    @JdbcType(LocalDateJdbcType.class)
    LocalDate b2;

    @JdbcType(LocalTimeJdbcType.class)
    LocalTime b3;

    @JdbcType(OffsetDateTimeJdbcType.class)
    OffsetDateTime b4;

    @JdbcType(OffsetTimeJdbcType.class)
    OffsetTime b5;

    @JdbcType(ZonedDateTimeJdbcType.class)
    ZonedDateTime b6;

    @JdbcType(TimeWithTimeZoneJdbcType.class)
    OffsetTime b7;

    @JdbcType(NCharJdbcType.class)
    String c1;

    @JdbcType(NVarcharJdbcType.class)
    String c2;

    @JdbcType(LongNVarcharJdbcType.class)
    String c4;

    @JdbcType(VarcharUUIDJdbcType.class)
    UUID d1;

    @JdbcType(UuidAsBinaryJdbcType.class)
    UUID d2;

    @JdbcType(TinyIntAsSmallIntJdbcType.class)
    byte e1;

    @JdbcType(DurationJdbcType.class)
    Duration h1;
}
