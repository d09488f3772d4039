package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn
@DiscriminatorValue("A")
class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("A")
class Dog extends Animal {}
