import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

/** Hibernate does not derive where the references are. */
@Entity
class Museum {
    @Id
    Long id;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind")
    Set<Exhibit> exhibits;
}

interface Exhibit {}
