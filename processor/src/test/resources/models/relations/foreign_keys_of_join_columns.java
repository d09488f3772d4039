package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

@Entity
class Tag {
    @Id
    int id;
}

/** Of a one-to-many relation Hibernate asks a single join column whether there is a foreign key, and not @JoinColumns. */
@Entity
class Album {
    @Id
    long id;

    @OneToMany
    @JoinColumns(
            value = @JoinColumn(name = "first_album"),
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    List<Tag> first;

    @OneToMany
    @JoinColumn(name = "second_album", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    List<Tag> second;
}

@Embeddable
record ShelfKey(int floor, int number) implements Serializable {}

@Entity
class Shelf {
    @EmbeddedId
    ShelfKey key;

    @OneToMany
    @JoinColumn(
            name = "shelf_floor",
            referencedColumnName = "floor",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    @JoinColumn(
            name = "shelf_number",
            referencedColumnName = "number",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    List<Tag> tags;
}

/** The other side of a many-to-many relation has both foreign keys, whatever the owner wants. */
@Entity
class Book {
    @Id
    long id;

    @ManyToMany
    @JoinTable(
            name = "book_author",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<Author> authors;
}

@Entity
class Author {
    @Id
    long id;

    @ManyToMany(mappedBy = "authors")
    Set<Book> books;
}
