package model;

import jakarta.persistence.*;

// The column has numbers, not what is stated.
@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("03")
class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("+1")
class Dog extends Animal {
    int teeth;
}
