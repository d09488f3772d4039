package model;

import jakarta.persistence.*;
import java.util.UUID;

@Entity
class Account {
    @Id
    UUID id;
}

@Entity
class Profile {
    @Id
    @ManyToOne(optional = false)
    @JoinColumn(name = "owner_uuid")
    Account user;
}
