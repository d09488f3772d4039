package model;

import jakarta.persistence.*;

// Two entities on one sequence.
@Entity
class A {
    @Id
    @SequenceGenerator(name = "g", sequenceName = "shared", allocationSize = 10)
    @GeneratedValue(generator = "g")
    Long id;
}

@Entity
class B {
    @Id
    @SequenceGenerator(name = "h", sequenceName = "shared", allocationSize = 10)
    @GeneratedValue(generator = "h")
    Long id;
}
