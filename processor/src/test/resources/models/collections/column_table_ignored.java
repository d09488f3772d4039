package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;

// The columns of a collection are in its table, whichever one is stated.
@Entity
class Gallery {
    @Id
    Long id;

    @ElementCollection
    @Column(name = "tag", table = "elsewhere")
    Set<String> tags;

    @ElementCollection
    @MapKeyColumn(name = "size", table = "elsewhere")
    @Column(name = "file", table = "somewhere")
    Map<String, String> files;

    @OneToMany
    @MapKeyColumn(name = "room", table = "elsewhere")
    Map<Integer, Picture> pictures;

    @ElementCollection
    @CollectionTable(name = "labels")
    List<Label> labels;
}

@Embeddable
class Label {
    @Column(table = "labels")
    String text;
}

@Entity
class Picture {
    @Id
    Long id;
}
