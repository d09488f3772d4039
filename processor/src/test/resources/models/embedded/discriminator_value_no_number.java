package model;

import jakarta.persistence.*;

@Entity
class Owner {
    @Id
    Long id;

    Pet pet;
}

@Embeddable
@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class Pet {
    String name;
}

@Embeddable
@DiscriminatorValue("2a")
class Dog extends Pet {
    int teeth;
}
