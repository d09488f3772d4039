package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;

/** Hibernate takes the fields of the text for attributes, and may not read them. */
@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    @AttributeOverride(name = "key.level", column = @Column(name = "lvl"))
    Map<String, Integer> labels;
}
