// -Aaccrete.implicit_naming=jpa
// hibernate.implicit_naming_strategy=jpa
package model;

import jakarta.persistence.*;
import java.util.Set;

// Applications that set the physical strategy alone.
@Entity
@Table(name = "BlogPost")
class Post {
    @Id
    Long id;

    @ManyToMany
    Set<Label> postLabels;
}

@Entity
class Label {
    @Id
    Long id;
}
