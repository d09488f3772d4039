package model;

import jakarta.persistence.*;

// A sequence that counts down.
@Entity
class A {
    @Id
    @SequenceGenerator(name = "a", sequenceName = "sa", allocationSize = -1)
    @GeneratedValue(generator = "a")
    Long id;
}
