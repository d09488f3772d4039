package model;

import jakarta.persistence.*;

// Two entities that disagree about one sequence.
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
    @SequenceGenerator(name = "h", sequenceName = "shared", allocationSize = 20)
    @GeneratedValue(generator = "h")
    Long id;
}
