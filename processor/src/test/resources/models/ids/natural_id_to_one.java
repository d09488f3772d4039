package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

@Entity
class Publisher {
    @Id
    Long id;
}

@Entity
class Book {
    @Id
    Long id;

    @NaturalId
    @ManyToOne
    Publisher publisher;

    @NaturalId
    String title;
}
