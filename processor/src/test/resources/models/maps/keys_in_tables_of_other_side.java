package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Place {
    int shelf;
    String room;
    @Column(nullable = false)
    String floor;
}

enum Colour { RED, GREEN }

@Entity
class Owner {
    @Id
    int id;

    @OneToMany(mappedBy = "owner")
    Map<Place, Item> items;

    @OneToMany(mappedBy = "keeper")
    @MapKeyJoinColumn(name = "x", nullable = true)
    Map<Kind, Item> kept;

    @OneToMany(mappedBy = "user")
    @MapKeyEnumerated(EnumType.STRING)
    Map<Colour, Item> used;
}

@Entity
class Kind {
    @Id
    int id;
}

@Entity
class Item {
    @Id
    int id;

    @ManyToOne
    @JoinTable(name = "owner_item")
    Owner owner;

    @ManyToOne
    @JoinTable(name = "keeper_item")
    Owner keeper;

    @ManyToOne
    @JoinTable(name = "user_item")
    Owner user;
}
