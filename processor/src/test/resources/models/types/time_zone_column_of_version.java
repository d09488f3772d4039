package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** A version is one column, whatever is said of its offset. */
@Entity
class Receipt {
    @Id
    Long id;

    @Version
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime changed;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime printed;
}

@Entity
class Invoice {
    @Id
    Long id;

    @Version
    @Column(name = "changed_at")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    ZonedDateTime changed;
}
