package model;

import jakarta.persistence.*;
import java.util.Set;

// Named after the subclass in every strategy.
@Entity
class Root {
    @Id
    Long id;

    @ElementCollection
    Set<String> rootTags;
}

@Entity
class Sub extends Root {
    @ElementCollection
    Set<String> subTags;
}
