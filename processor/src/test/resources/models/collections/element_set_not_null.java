package model;

import jakarta.persistence.*;
import java.util.Set;

// With NOT NULL elements a set has a primary key.
@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Column(nullable = false)
    Set<String> tags;

    @ElementCollection
    @Column(name = "num", nullable = false)
    Set<Integer> numbers;
}
