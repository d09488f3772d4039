package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

/** Hibernate copies the name of a join column into the identifier without its quotes, and finds the column no more. */
@Entity
@IdClass(SeatKey.class)
class Seat {
    @Id
    @ManyToOne
    @JoinColumn(name = "`hall_town`", referencedColumnName = "town")
    @JoinColumn(name = "hall_number", referencedColumnName = "number")
    Hall hall;

    @Id
    Long line;

    @ElementCollection
    List<String> labels;
}

class SeatKey implements Serializable {
    HallKey hall;
    Long line;

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatKey key && key.hall.equals(hall) && key.line.equals(line);
    }

    @Override
    public int hashCode() {
        return hall.hashCode();
    }
}

@Entity
class Hall {
    @EmbeddedId
    HallKey key;
}

@Embeddable
class HallKey implements Serializable {
    String town;
    Long number;

    @Override
    public boolean equals(Object other) {
        return other instanceof HallKey key && key.town.equals(town) && key.number.equals(number);
    }

    @Override
    public int hashCode() {
        return town.hashCode();
    }
}
