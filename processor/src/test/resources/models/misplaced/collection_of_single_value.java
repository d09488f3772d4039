import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    String label;

    @OneToMany
    Shelf next;
}
