package model;

import jakarta.persistence.*;

@Embeddable
@DiscriminatorColumn(name = "kind")
class Animal {
    String name;
}

@Embeddable
class Dog extends Animal {
    int barks;

    @Column(nullable = false)
    String race;
}

@Embeddable
@DiscriminatorValue("felis")
class Cat extends Animal {
    boolean purrs;
}

@Entity
class Zoo {
    @Id
    Long id;

    @Embedded
    Animal animal;
}
