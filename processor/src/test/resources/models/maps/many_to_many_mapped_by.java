package model;

import jakarta.persistence.*;
import java.util.*;

// The key of the side that is mapped by the other one is in the other one's table, where it may be NULL.
@Embeddable
class Place {
    String room;

    int shelf;
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

    @ManyToMany(mappedBy = "named")
    Map<Integer, Owner> owners;

    @ManyToMany(mappedBy = "byKind")
    Map<Kind, Owner> ownersByKind;

    @ManyToMany(mappedBy = "plain")
    Map<Place, Owner> ownersByPlace;

    @ManyToMany(mappedBy = "bag")
    @MapKeyJoinColumn(name = "kind_of_owner")
    Map<Kind, Owner> ownersOfBag;
}

@Entity
class Owner {
    @Id
    int id;

    @ManyToMany
    @JoinTable(name = "named_item")
    Map<String, Item> named;

    @ManyToMany
    Map<Kind, Item> byKind;

    @ManyToMany
    @JoinTable(name = "plain_item")
    Set<Item> plain;

    @ManyToMany
    @JoinTable(name = "bag_item")
    List<Item> bag;
}
