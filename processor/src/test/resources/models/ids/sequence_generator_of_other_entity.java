package model;

import jakarta.persistence.*;

// A generator of another entity is not seen.
@Entity
@SequenceGenerator(name = "g", sequenceName = "numbers", allocationSize = 5)
class A {
    @Id
    @GeneratedValue(generator = "g")
    Long id;
}

@Entity
class B {
    @Id
    @GeneratedValue(generator = "g")
    Long id;
}
