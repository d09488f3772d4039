package model;

import jakarta.persistence.*;

@Entity
@Inheritance
abstract class Animal {
    @Id
    Long id;
}

@Entity
class Dog extends Animal {
    int barks;
}

@Entity
class Cat extends Animal {
    String name;
}
