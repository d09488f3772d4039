package model;

import jakarta.persistence.*;
import java.util.Set;

// Nothing says what the variable of an entity stands for, whatever a class below puts in its place.
@Entity
class Range<T extends Number> {
    @Id
    long id;

    T low;

    @OneToMany
    Set<Range<T>> parts;
}

@Entity
class Years extends Range<Integer> {}
