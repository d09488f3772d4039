package model;

import jakarta.persistence.*;

// A relation that shares the key has no column of its own.
@Entity
class Person {
    @Id
    Long id;
}

@Entity
class Passport {
    @Id
    @OneToOne
    @PrimaryKeyJoinColumn(name = "person_id")
    Person person;
}
