package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

// With @Column(unique) the other key is left out.
@Entity
class Book {
    @Id
    Long id;

    @NaturalId
    @Column(unique = true)
    String isbn;
}

@Entity
class Must {
    @Id
    Long id;

    @NaturalId
    @Column(nullable = false)
    String isbn;
}
