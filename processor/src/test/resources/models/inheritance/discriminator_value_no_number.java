package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("A")
class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("1")
class Dog extends Animal {}
