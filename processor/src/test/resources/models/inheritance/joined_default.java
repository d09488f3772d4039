package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Animal {
    @Id
    @GeneratedValue
    Long id;

    String name;
}

@Entity
class Dog extends Animal {
    int barks;
}

@Entity
class Puppy extends Dog {
    int weeks;
}

@Entity
class Cat extends Animal {
    @Column(nullable = false)
    String fur;
}
