package model;

import jakarta.persistence.*;

// The key would have the account's length.
@Entity
class Account {
    @Id
    @Column(length = 40)
    String name;
}

@Entity
class Profile {
    @Id
    @Column(length = 60)
    String login;

    @OneToOne(optional = false)
    @PrimaryKeyJoinColumn
    Account account;
}
