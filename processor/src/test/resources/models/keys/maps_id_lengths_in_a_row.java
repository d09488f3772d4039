package model;

import jakarta.persistence.*;

// Renaming a table changes which columns have the length.
@Entity
class Person {
    @Id
    @Column(length = 20)
    String number;
}

@Entity
class Patient {
    @Id
    String id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "person_no")
    Person person;
}

@Entity
class Card {
    @Id
    String id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "holder")
    Patient patient;

    @ManyToOne
    Card replaces;
}
