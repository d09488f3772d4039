package model;

import jakarta.persistence.*;
import java.io.Serializable;

// A part of an identifier may be the join column to another column than the key; it is what the part is.
@Entity
class Person {
    @Id
    @GeneratedValue
    long id;

    @Column(unique = true, length = 30)
    String email;

    @Column(unique = true)
    long number;
}

class LoginKey implements Serializable {
    String person;
    int device;

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(LoginKey.class)
class Login {
    @Id
    @ManyToOne
    @JoinColumn(name = "mail", referencedColumnName = "email")
    Person person;

    @Id
    int device;

    @ManyToOne
    Login before;
}

@Embeddable
class SeatKey implements Serializable {
    long person;
    int row;
}

@Entity
class Seat {
    @EmbeddedId
    @AttributeOverride(name = "row", column = @Column(name = "seat_row"))
    SeatKey key;

    @MapsId("person")
    @ManyToOne
    @JoinColumn(name = "person_number", referencedColumnName = "number")
    Person person;

    @ManyToOne
    Seat before;
}
