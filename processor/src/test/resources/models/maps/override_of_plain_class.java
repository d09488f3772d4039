package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** An override makes an embeddable of a class without annotation; elsewhere it is serialized. */
@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverride(name = "key.level", column = @Column(name = "lvl"))
    Map<Place, String> labels;

    @ElementCollection
    @AttributeOverride(name = "value.side", column = @Column(name = "hand", length = 5))
    Map<String, Place> places;

    @ElementCollection
    @AttributeOverride(name = "side", column = @Column(name = "hand", length = 5))
    List<Place> free;

    @ElementCollection
    Map<Place, String> plain;

    @ElementCollection
    List<Place> plainValues;
}

class Spot {
    int hidden;
}

class Place extends Spot implements Serializable {
    int level;
    String side;
}
