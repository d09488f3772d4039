package model;

import jakarta.persistence.*;

// Hibernate would make the identifier of the columns in the relation's table.
@Entity
class Owner {
    @Id
    Long number;
}

@Entity
class Account {
    @Id
    Long id;

    @OneToOne
    @MapsId
    @JoinTable(name = "account_owners", joinColumns = @JoinColumn(name = "account"), inverseJoinColumns = @JoinColumn(name = "owner"))
    Owner owner;
}
