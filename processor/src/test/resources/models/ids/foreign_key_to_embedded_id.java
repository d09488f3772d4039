package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
class Key implements Serializable {
    String area;
    Integer number;
}

@Entity
class Parent {
    @EmbeddedId
    Key id;
}

@Entity
class Child {
    @Id
    Long id;

    @ManyToOne
    Parent parent;
}
