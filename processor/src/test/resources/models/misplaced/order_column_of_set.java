import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.Set;

/** The values of a set have no positions. */
@Entity
class Purchase {

    @Id
    Long id;

    @ElementCollection
    @OrderColumn(name = "position")
    Set<String> items;
}
