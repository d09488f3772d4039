package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A date that is a time has the seconds of one with every code; a Boolean of NCHAR has a check where that is CHAR. */
@Entity
class Alarm {
    @Id
    Long id;

    @Temporal(TemporalType.TIME)
    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    Date rings;

    @Temporal(TemporalType.TIME)
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Date stamped;

    @Temporal(TemporalType.TIME)
    @JdbcTypeCode(SqlTypes.OFFSET_TIME)
    Calendar zoned;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    Date plain;

    @JdbcTypeCode(SqlTypes.NCHAR)
    boolean loud;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.NCHAR)
    Collection<Boolean> days;
}
