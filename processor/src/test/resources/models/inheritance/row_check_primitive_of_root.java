package model;

import jakarta.persistence.*;

// The column of a primitive with a @Column takes NULL; rows of a subclass must have what the root requires, too.
@Entity
class Vehicle {
    @Id
    Long id;

    @Column(name = "wheel_count")
    int wheels;

    @Basic(optional = false)
    String plate;

    int seats;
}

@Entity
class Truck extends Vehicle {
    @Column(length = 10)
    String cargo;
}

@Entity
class Trailer extends Truck {
    double load;
}
