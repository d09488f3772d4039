package model;

import jakarta.persistence.*;

/** What a table per class repeats is a column of another table to Hibernate 7. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Animal {
    @Id
    Long id;

    @Column(name = "size")
    Long size;
}

@Entity
class Bird extends Animal {
    @Column(name = "size")
    Long span;
}
