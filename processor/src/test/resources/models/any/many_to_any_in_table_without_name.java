import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

/** The table is called after that of the owner and after nothing, since the references have no one target. */
@Entity
@Table(name = "museums")
class Museum {
    @Id
    Long id;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind")
    @JoinTable(joinColumns = @JoinColumn(name = "museum"), inverseJoinColumns = @JoinColumn(name = "exhibit"))
    Set<Exhibit> exhibits;
}

interface Exhibit {}
