package model;

import jakarta.persistence.*;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SortNatural;

// A collection that is sorted in Java is not ordered by the query.
@Entity
class Band {
    @Id
    Long id;

    @ElementCollection
    @OrderBy
    SortedSet<String> songs;

    @ElementCollection
    @SQLOrder("names")
    @SortNatural
    Set<String> names;
}
