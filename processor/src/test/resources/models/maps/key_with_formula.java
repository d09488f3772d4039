package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Map;
import org.hibernate.annotations.Formula;

/** A map is keyed by its values where a part of its keys is computed. */
@Entity
class Depot {
    @Id
    Long id;

    @ElementCollection
    Map<Shelf, String> labels;

    @ManyToMany
    Map<Shelf, Box> boxes;
}

@Embeddable
class Shelf {
    String aisle;
    int level;

    @Formula("1 + 1")
    Integer rank;
}

@Entity
class Box {
    @Id
    Long id;
}
