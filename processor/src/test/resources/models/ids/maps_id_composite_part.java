package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class ParentKey implements Serializable {
    String area;
    Integer number;
}

@Entity
class Parent {
    @EmbeddedId
    ParentKey id;
}

@Embeddable
class ChildKey implements Serializable {
    ParentKey parent;
    String name;
}

@Entity
class Child {
    @EmbeddedId
    ChildKey id;

    @ManyToOne
    @MapsId("parent")
    Parent parent;
}
