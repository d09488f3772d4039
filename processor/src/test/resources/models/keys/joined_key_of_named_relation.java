package model;

import jakarta.persistence.*;

@Entity
class Person {
    @Id
    long id;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Member {
    @Id
    long id;

    @MapsId
    @OneToOne
    @JoinColumn(name = "person_id")
    Person person;
}

@Entity
class Trainer extends Member {
    int licence;
}
