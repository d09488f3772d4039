package model;

import jakarta.persistence.*;
import java.util.*;

// Hibernate fails at a part of a value that has no columns.
@Embeddable
class Nothing {
    @Transient
    String name;
}

@Embeddable
class Value {
    @Embedded
    Nothing nothing;

    String text;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @OrderColumn
    List<Value> values;
}
