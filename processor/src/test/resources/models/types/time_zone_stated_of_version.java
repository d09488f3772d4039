package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** Hibernate 6.6 reads what is stated of a version, and 7 doesn't. */
@Entity
class Receipt {
    @Id
    Long id;

    @Version
    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime changed;
}

@Entity
class Offer {
    @Id
    Long id;

    @Version
    @TimeZoneStorage
    OffsetDateTime changed;
}
