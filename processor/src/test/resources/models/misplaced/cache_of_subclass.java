import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

@Entity
class Shelf {
    @Id
    Long id;
}

@Entity
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
class OpenShelf extends Shelf {}
