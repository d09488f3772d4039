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
    @OneToOne
    Account user;

    String bio;
}
