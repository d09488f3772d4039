package model;

import jakarta.persistence.*;

// Hibernate writes the definition of a joined class's key as a name, and quotes it where it is no plain word.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @Column(columnDefinition = "numeric(19)")
    Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "car_id", columnDefinition = "numeric(19)")
class Car extends Vehicle {}
