package model;

import jakarta.persistence.*;

// A class without a value has its name.
@Entity
class Owner {
    @Id
    Long id;

    Pet first_pet;

    @AttributeOverride(name = "name", column = @Column(name = "other_name"))
    @AttributeOverride(name = "{discriminator}", column = @Column(name = "other_kind"))
    @AttributeOverride(name = "teeth", column = @Column(name = "other_teeth"))
    Pet other;
}

@Embeddable
@DiscriminatorColumn(name = "kind")
@DiscriminatorValue("Dog")
class Pet {
    String name;
}

@Embeddable
class Dog extends Pet {
    int teeth;
}
