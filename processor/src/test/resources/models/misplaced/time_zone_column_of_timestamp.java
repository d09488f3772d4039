import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** Hibernate makes a value for one column. */
@Entity
class Shelf {
    @Id
    Long id;

    @CreationTimestamp
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime built;
}
