// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package model;

import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Deep {
    String text;
}

@Embeddable
class Plain {
    String a;
    Deep deep;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Set<Plain> plains;
}
