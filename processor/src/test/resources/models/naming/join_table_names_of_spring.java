package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

// The join table is called after the owner's table and the attribute.
@Entity
@Table(name = "BlogPost")
class Post {
    @Id
    Long id;

    @ManyToMany
    Set<Label> postLabels;

    @OneToMany
    List<Label> orderedLabels;

    @ElementCollection
    Set<String> someTags;
}

@Entity
class Label {
    @Id
    Long id;
}
