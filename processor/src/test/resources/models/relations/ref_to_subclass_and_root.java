package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Party {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Person extends Party {
    String name;
}

@Entity
class Company extends Party {
    String taxId;
}

@Entity
class Contract {
    @Id
    Long id;

    @ManyToOne
    Party any;

    @ManyToOne
    Person person;

    @OneToOne
    Company company;
}
