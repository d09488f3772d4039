package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

// The values of a set are the primary key of its table, in the order of a key; those of a list are unique as they are stated.
@Embeddable
class Code implements Serializable {
    @Column(length = 12)
    String area;

    int number;
}

@Entity
class Part {
    @EmbeddedId
    Code code;
}

@Entity
class Kit {
    @Id
    Long id;

    @OneToMany
    @JoinTable(name = "kit_set")
    Set<Part> set;

    @OneToMany
    @JoinTable(name = "kit_list")
    List<Part> list;

    @OneToMany
    @JoinTable(name = "kit_unique", uniqueConstraints = @UniqueConstraint(columnNames = {"unique_area", "unique_number"}))
    Set<Part> unique;
}
