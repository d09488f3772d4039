package model;

import jakarta.persistence.*;
import java.util.Set;

// Nested classes keep the outer one in their names.
class Outer {
    @Entity
    static class Animal {
        @Id
        Long id;
    }

    @Entity
    static class Dog extends Animal {
        String race;
    }

    @Entity
    static class Other {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Animal animal;

        @ElementCollection
        Set<String> tags;
    }
}
