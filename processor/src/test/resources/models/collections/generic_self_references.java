package model;

import jakarta.persistence.*;
import java.util.*;

@MappedSuperclass
abstract class Node<T extends Node<T>> {
    @Id
    Long id;

    @ManyToOne
    T parent;

    @OneToMany(mappedBy = "parent")
    List<T> children;

    @ManyToMany
    Set<T> links;

    @ElementCollection
    Set<String> labels;
}

@Entity
class N1 extends Node<N1> {
}

@Entity
class N2 extends Node<N2> {
    @ElementCollection
    Set<String> more;
}
