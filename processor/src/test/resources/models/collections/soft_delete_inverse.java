package model;

import jakarta.persistence.*;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;

// What stands on the class of the other side, or on its attribute, holds for the rows of the join table too.
@Entity
@SoftDelete
class Tag {
    @Id
    Long id;

    @ManyToMany(mappedBy = "tags")
    Set<Article> articles;
}

@Entity
class Article {
    @Id
    Long id;

    @ManyToMany
    Set<Tag> tags;

    @ManyToMany
    Map<Reader, Shelf> shelves;
}

@Entity
@SoftDelete(columnName = "gone")
class Shelf {
    @Id
    Long id;

    @ManyToMany(mappedBy = "shelves")
    @SoftDelete(columnName = "taken_away")
    Set<Article> articles;
}

@Entity
@SoftDelete
class Reader {
    @Id
    Long id;

    @ManyToMany
    Set<Circle> circles;
}

@Entity
@SoftDelete
class Circle {
    @Id
    Long id;

    @ManyToMany(mappedBy = "circles")
    Set<Reader> readers;
}
