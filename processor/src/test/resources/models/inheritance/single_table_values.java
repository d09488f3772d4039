package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 10)
@DiscriminatorValue("A")
class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("D")
class Dog extends Animal {}

@Entity
@DiscriminatorValue("O'C")
class Cat extends Animal {}
