package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class Box {
    @Id
    Long id;

    @ElementCollection
    Map<Integer, Label> labels;
}

@Embeddable
@Access(AccessType.PROPERTY)
class Label {
    String text;
}
