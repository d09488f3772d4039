import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/** An override makes an embeddable of a record that is none by itself, as it does of a class. */
@Entity
class Atlas {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverride(name = "key.column", column = @Column(name = "map_column"))
    Map<Square, String> places;

    @ElementCollection
    @AttributeOverride(name = "value.column", column = @Column(name = "map_column"))
    Map<String, Square> index;

    @ElementCollection
    @AttributeOverride(name = "column", column = @Column(name = "map_column"))
    Set<Square> covered;
}

record Square(String column, int line) implements Serializable {}
