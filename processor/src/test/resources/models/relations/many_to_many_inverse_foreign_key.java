package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

// The other side has a foreign key, too: it is there even if this side wants none, or can't have one.
@Entity
class Author implements Serializable {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "wrote", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<Book> wrote;

    @ManyToMany
    @JoinTable(
            name = "edited",
            inverseJoinColumns = @JoinColumn(name = "isbn", referencedColumnName = "isbn"),
            inverseForeignKey = @ForeignKey(name = "not_this"))
    List<Book> edited;

    @ManyToMany
    @JoinTable(name = "read_it", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<Book> read;

    @ManyToMany
    @JoinTable(name = "owns", inverseForeignKey = @ForeignKey(name = "owned_book"))
    Set<Book> owns;

    @ManyToMany
    @JoinTable(name = "lost")
    @NotFound(action = NotFoundAction.IGNORE)
    Set<Book> lost;
}

@Entity
class Book implements Serializable {
    @Id
    Long id;

    String isbn;

    @ManyToMany(mappedBy = "wrote")
    Set<Author> writers;

    @ManyToMany(mappedBy = "edited")
    List<Author> editors;

    @ManyToMany(mappedBy = "owns")
    Set<Author> owners;

    @ManyToMany(mappedBy = "lost")
    Set<Author> losers;
}
