package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Embeddable
class Isbn {
    String prefix;
    String number;
}

@Entity
class Book {
    @Id
    Long id;

    @NaturalId
    @Embedded
    Isbn isbn;
}
