package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Tag {
    @Id
    Long id;
}

@Embeddable
class Labels {
    @ManyToMany
    Set<Tag> tags;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Labels labels;
}
