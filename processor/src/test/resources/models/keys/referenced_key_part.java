package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

// One part of a key, where no foreign key is made or the part is unique by itself.
class SeatId implements Serializable {
    Long hall;
    String label;
}

@Entity
@IdClass(SeatId.class)
class Seat {
    @Id
    Long hall;

    @Id
    @Column(unique = true)
    String label;
}

@Entity
class Visitor {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(
            name = "hall",
            referencedColumnName = "hall",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Seat anywhere;

    @ManyToOne
    @JoinColumn(name = "label", referencedColumnName = "label")
    Seat seat;

    @ManyToMany
    @JoinTable(inverseJoinColumns = @JoinColumn(name = "label", referencedColumnName = "label"))
    List<Seat> seats;
}
