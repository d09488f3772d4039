package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.Calendar;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Alarm {
    @Id
    Long id;

    @Temporal(TemporalType.DATE)
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Calendar born;
}
