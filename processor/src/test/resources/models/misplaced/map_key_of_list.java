package model;

import jakarta.persistence.*;
import java.util.List;

// A list has no keys.
@Entity
class Shelf {
    @Id
    Long id;

    @ElementCollection
    @MapKeyColumn(name = "position")
    List<String> books;

    @OneToMany(mappedBy = "shelf")
    @MapKey(name = "title")
    List<Volume> volumes;
}

@Entity
class Volume {
    @Id
    Long id;

    String title;

    @ManyToOne
    Shelf shelf;
}
