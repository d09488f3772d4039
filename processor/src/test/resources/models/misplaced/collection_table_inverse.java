package model;

import jakarta.persistence.*;
import java.util.List;

// Hibernate gives the other table a foreign key to itself, of its primary key.
@Entity
class Owner {
    @Id
    Long id;

    @OneToMany(mappedBy = "owner")
    @CollectionTable(name = "owner_pets")
    List<Pet> pets;
}

@Entity
class Pet {
    @Id
    Long id;

    @ManyToOne
    Owner owner;
}
