package model;

import jakarta.persistence.*;

// Hibernate knows the key of a joined table by the name that it has in the database: with snake_case, baseKey is none of its columns.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @Column(name = "baseKey")
    Long id;
}

@Entity
class Truck extends Vehicle {
    int axles;
}

@Entity
class Trip {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "truck_ref", referencedColumnName = "baseKey")
    Truck truck;
}
