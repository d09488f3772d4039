// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Embeddable
class Deep {
    String text;

    @ManyToOne
    Other other;
}

@Embeddable
class P {
    int x;
    Deep deep;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    @OrderColumn
    List<String> ordered;

    @ManyToMany
    Set<Other> others;

    @ElementCollection
    Map<String, Integer> byName;
}

@Embeddable
class Key implements Serializable {
    int first;
    int second;
}

@Entity
class Other {
    @Id
    Long id;
}

@Entity
class A {
    @EmbeddedId
    Key id;

    P one;

    @ManyToOne
    A parent;
}
