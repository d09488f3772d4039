package shop;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Dates and times that the driver takes as they are have no size where Hibernate orders a key. */
@Entity
class Zoo {
    @Id
    Long id;

    @ElementCollection
    @Column(name = "a", nullable = false)
    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    Set<LocalDate> openings;

    @ElementCollection
    @Column(name = "a", nullable = false)
    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    Set<LocalTime> feedings;

    @ElementCollection
    @Column(name = "a", nullable = false)
    @JdbcTypeCode(SqlTypes.INSTANT)
    Set<Instant> births;

    @ElementCollection
    @Column(name = "a", nullable = false)
    @JdbcTypeCode(SqlTypes.OFFSET_DATE_TIME)
    Set<OffsetDateTime> visits;

    @ElementCollection
    Set<Tour> tours;

    @ManyToMany
    Set<Holiday> holidays;
}

@Embeddable
class Tour {
    @Column(name = "a", nullable = false)
    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    LocalDate starts;

    @Column(name = "b", nullable = false)
    int guests;
}

@Entity
class Holiday {
    @Id
    @Column(name = "a")
    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    LocalDate date;
}
