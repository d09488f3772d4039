package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Derived identity from a composite parent.
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

class ChildKey implements Serializable {
    ParentKey parent;
    String name;
}

@Entity
@IdClass(ChildKey.class)
class Child {
    @Id
    @ManyToOne
    Parent parent;

    @Id
    String name;
}
