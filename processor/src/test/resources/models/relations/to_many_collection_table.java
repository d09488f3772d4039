package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;

// A @CollectionTable stands for the @JoinTable, and comes before it.
@Entity
class Shelf {
    @Id
    Long id;

    @OneToMany
    @CollectionTable(
            name = "books_of_shelf",
            joinColumns = @JoinColumn(name = "shelf_ref"),
            foreignKey = @ForeignKey(name = "book_of_shelf"))
    List<Book> books;

    @ManyToMany
    @CollectionTable(name = "shelf_loan")
    Set<Book> loans;

    @ManyToMany
    @JoinTable(name = "not_this_one", inverseJoinColumns = @JoinColumn(name = "not_this"))
    @CollectionTable(name = "this_one", uniqueConstraints = @UniqueConstraint(columnNames = "both_id"))
    List<Book> both;

    @OneToMany
    @CollectionTable
    @MapKeyColumn(name = "label")
    Map<String, Book> labels;
}

@Entity
class Book {
    @Id
    Long id;
}
