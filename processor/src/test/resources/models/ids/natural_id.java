package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Entity
class Book {
    @Id
    Long id;

    @NaturalId
    String isbn;
}

@Entity
class City {
    @Id
    Long id;

    @NaturalId(mutable = true)
    String name;

    @NaturalId
    @Column(length = 2)
    String country;

    int size;
}
