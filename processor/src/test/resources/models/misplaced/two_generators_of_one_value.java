import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;

/** One timestamp can't be both. */
@Entity
class Posting {
    @Id
    Long id;

    @CreationTimestamp
    @UpdateTimestamp
    Instant stamped;
}
