package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** A date and its zone in two columns are an embeddable: what is stated for the attribute itself means neither of them. */
@Entity
@AttributeOverride(name = "planned", column = @Column(name = "nothing", nullable = false))
@AttributeOverride(name = "left.instant", column = @Column(name = "left_at", nullable = false))
@AttributeOverride(name = "opens.utcTime", column = @Column(name = "opens_at"))
@AttributeOverride(name = "opens.zoneOffset", column = @Column(name = "opens_in", nullable = false))
class Ferry extends Trip {
    @Id
    Long id;

    @Embedded
    @AttributeOverride(name = "made", column = @Column(name = "nothing_again"))
    @AttributeOverride(name = "paid.instant", column = @Column(name = "paid_at"))
    Ticket ticket;
}

@MappedSuperclass
abstract class Trip {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime planned;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    ZonedDateTime left;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetTime opens;
}

@Embeddable
class Ticket {
    String buyer;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime made;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    ZonedDateTime paid;
}
