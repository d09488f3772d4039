import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Each of them belongs on a collection of another kind. */
@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    @JoinColumn(name = "shelf")
    List<String> labels;

    @ElementCollection
    @JoinTable(inverseJoinColumns = @JoinColumn(name = "word"))
    List<String> words;

    @ElementCollection
    @AttributeOverride(name = "length", column = @Column(name = "size"))
    List<String> sizes;

    @OneToMany
    @NotFound(action = NotFoundAction.IGNORE)
    List<Shelf> inside;

    @OneToMany
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<Shelf> below;

    @OneToMany
    @ElementCollection
    @JoinColumn(name = "above_id")
    List<Shelf> above;
}
