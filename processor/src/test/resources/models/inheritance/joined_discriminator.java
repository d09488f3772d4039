package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "animal_type", discriminatorType = DiscriminatorType.STRING, length = 12)
abstract class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("dog")
class Dog extends Animal {}

@Entity
class Cat extends Animal {}
