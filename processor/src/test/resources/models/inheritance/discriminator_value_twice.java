package model;

import jakarta.persistence.*;

// A class without a value has its name.
@Entity
abstract class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("Animal")
class Dog extends Animal {}
