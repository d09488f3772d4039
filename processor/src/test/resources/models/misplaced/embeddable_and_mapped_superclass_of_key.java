import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;

/** Only another embeddable extends the class that is both. */
@Entity
class Visit {
    @EmbeddedId
    VisitId id;
}

@Embeddable
class VisitId extends DomainId {
    int number;
}

@Embeddable
@MappedSuperclass
abstract class DomainId implements Serializable {
    Long domain;
}
