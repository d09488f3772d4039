package model;

import jakarta.persistence.*;

// A column definition stays in front of the identity clause.
@Entity
class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(columnDefinition = "integer")
    Long id;
}
