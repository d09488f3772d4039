package model;

import jakarta.persistence.*;
import java.util.*;

// Hibernate does not look into the parts of parts.
@Embeddable
class Nothing {
    @Transient
    String name;
}

@Embeddable
class Part {
    @Embedded
    Nothing nothing;

    String code;
}

@Embeddable
class Whole {
    @Embedded
    Part part;

    String text;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<Whole> wholes;
}
