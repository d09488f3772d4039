package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Dim {
    int w;

    int h;

    @ElementCollection
    @CollectionTable(name = "notes")
    List<String> notes;

    @OneToMany
    @JoinTable(name = "dim_parts")
    Set<Part> parts;

    @OneToMany(mappedBy = "dim.box")
    List<Part> inv;
}

@Entity
class Box {
    @Id
    Long id;

    @Embedded
    Dim dim;
}

@Embeddable
class Ref {
    @ManyToOne
    Box box;
}

@Entity
class Part {
    @Id
    Long id;

    @Embedded
    Ref dim;
}
