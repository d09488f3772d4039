// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Set;

/** What an id class identifies is a value called id: so begin the names of its columns. */
class OrderKey implements Serializable {
    String shop;
    int number;

    @Override
    public boolean equals(Object o) {
        return o instanceof OrderKey other && shop.equals(other.shop) && number == other.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}

@Entity
@IdClass(OrderKey.class)
class Purchase {
    @Id
    String shop;

    @Id
    int number;

    @ManyToOne
    Purchase replaces;

    @ElementCollection
    Set<String> notes;
}

class LineKey implements Serializable {
    OrderKey purchase;
    short position;

    @Override
    public boolean equals(Object o) {
        return o instanceof LineKey other && purchase.equals(other.purchase) && position == other.position;
    }

    @Override
    public int hashCode() {
        return position;
    }
}

@Entity
@IdClass(LineKey.class)
@Inheritance(strategy = InheritanceType.JOINED)
class Line {
    @Id
    @ManyToOne
    Purchase purchase;

    @Id
    short position;
}

@Entity
class GiftLine extends Line {
    @ManyToMany
    Set<GiftLine> together;
}

/** An id class that maps its attributes itself, and names that are stated. */
class ParcelKey implements Serializable {
    @Column(length = 12)
    String code;

    long carrier;

    @Override
    public boolean equals(Object o) {
        return o instanceof ParcelKey other && code.equals(other.code) && carrier == other.carrier;
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}

@Entity
@IdClass(ParcelKey.class)
class Parcel {
    @Id
    String code;

    @Id
    long carrier;

    @ManyToOne
    @JoinColumn(name = "gift_shop", referencedColumnName = "id_purchase_id_shop")
    @JoinColumn(name = "gift_number", referencedColumnName = "id_purchase_id_number")
    @JoinColumn(name = "gift_position", referencedColumnName = "id_position")
    Line line;
}
