package model;

import jakarta.persistence.*;

@Entity
class Account {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Profile {
    @Id
    Long id;

    @OneToOne
    @MapsId
    Account user;

    String bio;
}
