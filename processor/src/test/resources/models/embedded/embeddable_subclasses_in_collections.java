package model;

import jakarta.persistence.*;
import java.util.*;

// Values and keys of a collection may be of subclasses too, with a discriminator that an override can name.
@Embeddable
@DiscriminatorColumn(name = "kind")
class Shape {
    String name;

    @ManyToOne
    Drawing owner;
}

@Embeddable
class Circle extends Shape {
    int radius;
}

@Embeddable
class Ring extends Circle {
    @Column(nullable = false)
    Integer hole;
}

@Embeddable
class Label {
    String text;
}

@Embeddable
class Big extends Label {
    int size;
}

@Entity
class Drawing {
    @Id
    Long id;

    @ElementCollection
    Set<Shape> shapes;

    @ElementCollection
    @CollectionTable(name = "ordered")
    @OrderColumn(name = "pos")
    @AttributeOverride(name = "{discriminator}", column = @Column(name = "ordered_kind"))
    List<Shape> ordered;

    @ElementCollection
    @AttributeOverride(name = "value.{discriminator}", column = @Column(name = "named_kind", length = 7))
    Map<String, Shape> named;

    @ElementCollection
    List<Label> labels;

    @ElementCollection
    Map<Label, String> byLabel;

    @Embedded
    @AttributeOverride(name = "{discriminator}", column = @Column(name = "one_kind", length = 9))
    Shape one;
}
