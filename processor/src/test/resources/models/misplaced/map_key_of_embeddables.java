import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKey;
import java.util.Map;

/** The attribute that is a key is one of an entity, and the values are embeddables. */
@Entity
class Directory {
    @Id
    Long id;

    @ElementCollection
    @MapKey(name = "code")
    Map<String, Entry> entries;
}

@Embeddable
class Entry {
    String code;
    String text;
}
