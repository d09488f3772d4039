package model;

import jakarta.persistence.*;

@Entity
@Inheritance
class Animal {
    @Id
    Long id;
}

@Entity
class Bird extends Animal {}

/** The identifier is the key of each class. */
@Entity
class Duck extends Bird {
    @Column(name = "id")
    Long number;
}
