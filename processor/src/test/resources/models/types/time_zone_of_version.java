// -Aaccrete.timezone_storage=normalize
// hibernate.timezone.default_storage=NORMALIZE
package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** How a version is stored says the setting alone. */
@Entity
class Receipt {
    @Id
    Long id;

    @Version
    ZonedDateTime changed;
}

@Entity
class Invoice {
    @Id
    Long id;

    @Version
    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
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
