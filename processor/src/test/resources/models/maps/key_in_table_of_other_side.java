package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Owner {
    @Id
    int id;

    @OneToMany(mappedBy = "owner")
    Map<String, Item> items;

    @OneToMany(mappedBy = "keeper")
    Map<Kind, Item> kept;

    @OneToMany(mappedBy = "user")
    @MapKeyColumn
    Map<Integer, Item> used;

    @OneToMany(mappedBy = "holder")
    @MapKeyColumn(nullable = false)
    Map<Integer, Item> held;

    @OneToMany(mappedBy = "payer")
    @MapKeyColumn(name = "k", nullable = true)
    Map<Integer, Item> payed;
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

    @ManyToOne
    @JoinTable(name = "holder_item")
    Owner holder;

    @ManyToOne
    @JoinTable(name = "payer_item")
    Owner payer;
}
