package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Hibernate copies the values of another identifier, and no relation in it.
@Entity
class Hall {
    @Id
    long id;
}

@Embeddable
class RowKey implements Serializable {
    @ManyToOne
    Hall hall;

    int nr;
}

@Entity
@Table(name = "hall_row")
class Row {
    @EmbeddedId
    RowKey key;
}

@Embeddable
class SeatKey implements Serializable {
    RowKey row;
    int nr;
}

@Entity
class Seat {
    @EmbeddedId
    SeatKey key;

    @MapsId("row")
    @ManyToOne
    Row row;
}
