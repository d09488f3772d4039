package model;

import jakarta.persistence.*;
import java.util.List;

// The position tells that there is a value.
@Entity
class Box {
    @Id
    Long id;

    @ElementCollection
    @OrderColumn
    List<Label> labels;

    @ElementCollection
    Label[] others;
}

@Embeddable
@Access(AccessType.PROPERTY)
class Label {
    String text;
}
