package model;

import jakarta.persistence.*;

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("A")
class Animal {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("DG")
class Dog extends Animal {}
