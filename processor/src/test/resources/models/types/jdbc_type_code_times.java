package model;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    Instant a;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    Instant b;

    @JdbcTypeCode(SqlTypes.DATE)
    LocalDate c;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    OffsetDateTime d;

    @JdbcTypeCode(SqlTypes.TIME)
    LocalTime e;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration f;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Duration g;
}
