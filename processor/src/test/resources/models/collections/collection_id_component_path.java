// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package model;

import jakarta.persistence.*;
import java.util.Collection;
import org.hibernate.annotations.*;

/** The identifier's column is called after the whole path, unless a name is stated. */
@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    @CollectionId(generator = "increment")
    @CollectionIdJavaClass(idType = Integer.class)
    Collection<String> labels;

    Contents contents;
}

@Embeddable
class Contents {
    @ElementCollection
    @CollectionId(column = @Column(nullable = false), generator = "sequence")
    @CollectionIdJavaClass(idType = Long.class)
    Collection<String> titles;

    @ElementCollection
    @CollectionId(column = @Column(name = "own_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Long.class)
    Collection<String> authors;
}
