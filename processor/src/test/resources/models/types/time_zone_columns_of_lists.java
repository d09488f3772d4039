package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** Hibernate makes one value and one offset of a list of them. */
@Entity
class Shift {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    List<OffsetDateTime> breaks;

    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    OffsetTime[] bells;
}
