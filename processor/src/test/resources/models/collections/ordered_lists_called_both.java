// -Aaccrete.lists=list
// hibernate.mapping.default_list_semantics=LIST
package library;

import jakarta.persistence.*;
import java.util.List;

// A list that names the other side is a bag, even if it is one of elements all the same.
@Entity
class Reader {
    @Id
    Long id;

    @ElementCollection
    @ManyToMany(mappedBy = "readers")
    List<Book> books;

    @ElementCollection
    List<String> notes;
}

@Entity
class Book {
    @Id
    Long id;

    @ManyToMany
    List<Reader> readers;
}
