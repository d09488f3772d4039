package model;

import jakarta.persistence.*;

@Entity
class Animal {
    @Id
    @GeneratedValue
    Long id;

    String name;
}

@Entity
class Dog extends Animal {
    Integer barks;
}

@Entity
class Cat extends Animal {
    boolean purrs;
}
