package model;

import jakarta.persistence.*;
import java.util.List;

// Hibernate makes an identifier of the side that has no column, and no foreign key.
@Entity
class Account {
    @Id
    Long id;

    @OneToOne(mappedBy = "account")
    @MapsId
    Profile profile;
}

@Entity
class Profile {
    @Id
    Long id;

    @OneToOne
    Account account;
}
