package model;

import jakarta.persistence.*;
import java.util.Map;

// With this access type the class has no attributes: Hibernate lets each box have one number.
@Entity
class Box {
    @Id
    Long id;

    @ElementCollection
    Map<Label, Integer> numbers;
}

@Embeddable
@Access(AccessType.PROPERTY)
class Label {
    String text;
}
