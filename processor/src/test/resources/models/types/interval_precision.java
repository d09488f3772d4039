package model;

import jakarta.persistence.*;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// Precision and scale of an interval.
@Entity
class Trip {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    @Column(precision = 15, scale = 3)
    Duration rounded;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    @Column(precision = 12)
    Duration whole;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    @Column(scale = 2)
    Duration exact;
}
