import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import java.io.Serializable;
import java.util.Map;

/** The identifier has several attributes, and none of them is the key by itself. */
@Entity
class Shelf {

    @Id
    Long id;

    @ManyToMany
    @MapKey
    Map<BookKey, Book> books;
}

class BookKey implements Serializable {

    String author;
    String title;
}

@Entity
@IdClass(BookKey.class)
class Book {

    @Id
    String author;

    @Id
    String title;
}
