package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The part is a number, and what it stands for a class: Hibernate looks for the attributes of the class in the number.
@Entity
@IdClass(Shelf.Key.class)
class Shelf {
    @Id
    Long number;

    static class Key implements Serializable {
        Long number;
    }
}

@Entity
@IdClass(Box.Key.class)
class Box {
    @Id
    Long position;

    @Id
    @ManyToOne
    Shelf shelf;

    static class Key implements Serializable {
        Long position;
        Long shelf;
    }
}
