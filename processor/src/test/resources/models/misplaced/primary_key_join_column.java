package model;

import jakarta.persistence.*;

// Only a class of a JOINED hierarchy has a table that refers to that of the class above it.
@Entity
@PrimaryKeyJoinColumn(name = "id")
class Alone {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Fruit {
    @Id
    Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "apple_id")
class Apple extends Fruit {
    String kind;
}
