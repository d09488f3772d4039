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

@Entity
class Child {
    @EmbeddedId
    ParentKey id;

    @OneToOne
    @MapsId
    Parent parent;
}
