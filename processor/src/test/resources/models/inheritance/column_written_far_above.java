package model;

import jakarta.persistence.*;

@Entity
@Inheritance
class Animal {
    @Id
    Long id;

    @Column(name = "size")
    Long size;
}

@Entity
class Bird extends Animal {}

/** Hibernate starts with it, and its INSERT has the column twice. */
@Entity
class Duck extends Bird {
    @Column(name = "size")
    Long length;
}
