package model;

import jakarta.persistence.*;

@Embeddable
class Animal {
    String name;
}

@Embeddable
class Dog extends Animal {
    int barks;
}

@Entity
class Zoo {
    @Id
    Long id;

    @Embedded
    Animal animal;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "dog_name"))
    Dog dog;
}
