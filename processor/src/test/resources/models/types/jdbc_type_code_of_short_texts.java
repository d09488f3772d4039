package model;

import jakarta.persistence.*;
import java.net.InetAddress;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// As long as the Java type needs; fractional digits of a date are those of its code.
@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    Currency currency;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    ZoneOffset zoneOffset;

    @JdbcTypeCode(SqlTypes.BINARY)
    InetAddress address;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    Date localOne;

    @JdbcTypeCode(SqlTypes.TIME)
    Date time;

    @JdbcTypeCode(SqlTypes.TIME_WITH_TIMEZONE)
    Calendar offsetTime;
}
