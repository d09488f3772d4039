package shop;

import jakarta.persistence.*;
import java.util.Set;

// The column of the identifier is called by the relation, and what refers to it names its own.
@Entity
class Account {
    @Id
    Long id;
}

@Entity
class Profile {
    @Id
    Long id;

    @MapsId("id")
    @OneToOne
    @JoinColumn(name = "account_id")
    Account account;

    @ElementCollection
    Set<String> interests;

    @ManyToMany
    Set<Profile> friends;
}

@Entity
class Visit {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "visited")
    Profile profile;

    @OneToMany
    Set<Profile> others;
}
