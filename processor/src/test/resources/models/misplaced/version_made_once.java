import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.generator.EventType;

/** The version would not change with the row. */
@Entity
class Ledger {
    @Id
    Long id;

    @Version
    @CurrentTimestamp(event = EventType.INSERT)
    Instant version;
}
