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

/** Hibernate looks at the class right above alone. */
@Entity
class Duck extends Bird {
    @Column(name = "size")
    Long length;
}
