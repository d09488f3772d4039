package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorFormula;

// A formula is of the type that it states, else of the column's that is stated beside it.
@Entity
@DiscriminatorFormula(value = "1", discriminatorType = DiscriminatorType.INTEGER)
class Vehicle {
    @Id
    Long id;
}

@Entity
class Truck extends Vehicle {
    int axles;
}

@Entity
@DiscriminatorFormula("weight")
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
class Load {
    @Id
    Long id;

    int weight;
}

@Entity
@DiscriminatorValue("2")
class Pallet extends Load {
    int height;
}
