package model;

import jakarta.persistence.*;

// A definition of one word is written as it is.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @Column(name = "vehicle_id")
    Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "car_id", columnDefinition = "BIGINT")
class Car extends Vehicle {}
