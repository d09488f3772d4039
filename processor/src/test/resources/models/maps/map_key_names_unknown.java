import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import java.util.Map;

/** The key is to be an attribute that the entities do not have. */
@Entity
class Shelf {

    @Id
    Long id;

    @ManyToMany
    @MapKey(name = "isbn")
    Map<String, Book> books;
}

@Entity
class Book {

    @Id
    Long id;
}
