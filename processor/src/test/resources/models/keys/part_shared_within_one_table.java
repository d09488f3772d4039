package parts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** A relation among the rows of one table shares a part of the key, which is a relation itself; two tables share one, too. */
@Entity
class Line implements Serializable {

    @Id
    @ManyToOne
    @JoinColumn(name = "invoice")
    Invoice invoice;

    @Id
    int position;

    @ManyToOne
    @JoinColumn(name = "invoice", referencedColumnName = "invoice", insertable = false, updatable = false)
    @JoinColumn(name = "above", referencedColumnName = "position", insertable = false, updatable = false)
    Line above;

    @OneToMany(mappedBy = "above")
    List<Line> below;
}

@Entity
class Invoice {

    @Id
    @Column(length = 12)
    String number;
}

@Entity
@IdClass(SeatKey.class)
class Seat {

    @Id
    @ManyToOne
    @JoinColumn(name = "hall")
    Hall hall;

    @Id
    short number;

    @ManyToOne
    @JoinColumn(name = "hall", referencedColumnName = "hall", insertable = false, updatable = false)
    @JoinColumn(name = "door", referencedColumnName = "number", insertable = false, updatable = false)
    Door door;
}

@Entity
@IdClass(SeatKey.class)
class Door {

    @Id
    @ManyToOne
    @JoinColumn(name = "hall")
    Hall hall;

    @Id
    short number;

    @ManyToOne
    @JoinColumn(name = "hall", referencedColumnName = "hall", insertable = false, updatable = false)
    @JoinColumn(name = "seat", referencedColumnName = "number", insertable = false, updatable = false)
    Seat nearest;
}

class SeatKey implements Serializable {

    String hall;
    short number;

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatKey key && key.number == number && key.hall.equals(hall);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hall, number);
    }
}

@Entity
class Hall {

    @Id
    @Column(length = 3)
    String code;
}
