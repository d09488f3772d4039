package model;

import jakarta.persistence.*;

// Hibernate would rename the root's column as the relation's in a class below.
@Entity
class Owner {
    @Id
    Long number;
}

@Entity
class Account {
    @Id
    Long id;
}

@Entity
class OwnedAccount extends Account {
    @ManyToOne
    @MapsId("id")
    Owner owner;
}
