// -Aaccrete.foreign_keys=false
// hibernate.hbm2ddl.default_constraint_mode=no_constraint
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** The owner makes no foreign keys; the other side makes both, with the owner's action on delete. */
@Entity
class Author {

    @Id
    Long id;

    @ManyToMany
    @JoinTable(
            name = "authors_of_books",
            foreignKey = @ForeignKey(ConstraintMode.PROVIDER_DEFAULT),
            inverseForeignKey = @ForeignKey(ConstraintMode.PROVIDER_DEFAULT))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<Book> books;
}

@Entity
class Book {

    @Id
    Long id;

    @ManyToMany(mappedBy = "books")
    Set<Author> authors;
}
