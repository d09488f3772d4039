package model;

import jakarta.persistence.*;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.hibernate.annotations.SortNatural;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @SortNatural
    SortedSet<String> names;

    @ElementCollection
    @jakarta.persistence.OrderBy
    Set<Integer> numbers;

    @ElementCollection
    @SortNatural
    SortedMap<String, String> map;
}
