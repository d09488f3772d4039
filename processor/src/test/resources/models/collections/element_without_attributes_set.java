package model;

import jakarta.persistence.*;
import java.util.Set;

// With this access type the class has no attributes, and a row tells nothing of a value.
@Entity
class Box {
    @Id
    Long id;

    @ElementCollection
    Set<Label> labels;
}

@Embeddable
@Access(AccessType.PROPERTY)
class Label {
    String text;
}
