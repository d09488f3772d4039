package model;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    String area;
    Integer number;
}

@Entity
@IdClass(Key.class)
class Parent {
    @Id
    String area;

    @Id
    Integer number;
}

@Entity
class Child {
    @Id
    Long id;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "n", referencedColumnName = "number"),
        @JoinColumn(name = "a", referencedColumnName = "area")
    })
    Parent parent;
}
