package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Hibernate makes two columns here: one of the identifier, another one of the foreign key.
@Entity
class Person {
    @Id
    long id;

    @Column(unique = true)
    String email;
}

@Embeddable
class SeatKey implements Serializable {
    String person;
    int number;
}

@Entity
class Seat {
    @EmbeddedId
    SeatKey key;

    @MapsId("person")
    @ManyToOne
    @JoinColumn(referencedColumnName = "email")
    Person person;
}
