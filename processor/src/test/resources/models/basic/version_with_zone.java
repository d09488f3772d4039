package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** A version keeps its offset, whatever is stated of it. */
@Entity
class Sheet {
    @Id
    Long id;

    @Version
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime changed;
}

@Entity
class Page {
    @Id
    Long id;

    @Version
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    ZonedDateTime changed;
}
