package model;

import jakarta.persistence.*;

// Which class is read first decides whether the generator is found.
@Entity
class A {
    @Id
    @GeneratedValue(generator = "shared")
    Long id;
}

@Entity
@SequenceGenerator(name = "shared", sequenceName = "numbers", allocationSize = 5)
class B {
    @Id
    @GeneratedValue(generator = "shared")
    Long id;
}
