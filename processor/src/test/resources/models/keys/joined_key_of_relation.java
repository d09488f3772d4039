package model;

import jakarta.persistence.*;

// Hibernate names the key of a joined table after a column of the root's identifier, and the relation has none yet.
@Entity
class Person {
    @Id
    long id;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Member {
    @Id
    @OneToOne
    Person person;
}

@Entity
class Trainer extends Member {
    int licence;
}
