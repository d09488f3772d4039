package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "animals")
class Animal {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Table(name = "dogs")
@PrimaryKeyJoinColumn(name = "animal_id")
class Dog extends Animal {
    int barks;
}

@Entity
@PrimaryKeyJoinColumn(name = "dog_id", foreignKey = @ForeignKey(name = "fk_puppy_dog"))
class Puppy extends Dog {}
