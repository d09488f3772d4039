package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;

/** A generator of an identifier of several values: Hibernate makes what it needs, though no column takes its values. */
@Entity
class Delivery {
    @EmbeddedId
    @GeneratedValue
    DeliveryNumber number;
}

@Entity
class Return {
    @EmbeddedId
    @GeneratedValue(generator = "returns")
    @SequenceGenerator(name = "returns", sequenceName = "return_numbers", allocationSize = 5)
    Place place;

    @ManyToOne
    Delivery delivery;
}

@Entity
class Shelf {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Place place;
}

@Embeddable
class DeliveryNumber implements Serializable {
    @Column(name = "delivery_number", length = 20)
    String text;

    @Override
    public boolean equals(Object other) {
        return other instanceof DeliveryNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}

@Embeddable
class Place implements Serializable {
    Long hall;
    Integer position;

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && Objects.equals(place.hall, hall) && Objects.equals(place.position, position);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hall, position);
    }
}
