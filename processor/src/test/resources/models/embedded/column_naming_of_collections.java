package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedColumnNaming;

// The pattern holds for the basic columns of collections in an embeddable, and for no others there.
@Entity
class Home {
    @Id
    Long id;

    @EmbeddedColumnNaming("home_%s")
    Rooms rooms;
}

@Embeddable
class Rooms {
    @ElementCollection
    List<String> names;

    @ElementCollection
    @OrderColumn
    List<Integer> sizes;

    @ElementCollection
    @MapKeyColumn(name = "k")
    Map<String, Door> doors;

    @ManyToMany
    Map<String, Home> neighbours;

    @Column(name = "`Total`")
    int total;
}

@Embeddable
class Door {
    String lock;
}
