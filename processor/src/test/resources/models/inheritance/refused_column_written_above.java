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

/** The class right above writes the column. */
@Entity
class Bird extends Animal {
    @Embedded
    Wing wing;
}

@Embeddable
class Wing {
    @Column(name = "size")
    Long span;
}
