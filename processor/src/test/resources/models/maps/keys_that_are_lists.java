package model;

import jakarta.persistence.*;
import java.util.*;

// Of a key Hibernate knows no more than that it is a List, and does not start.
@Entity
class Route {
    @Id
    Long id;

    @ElementCollection
    Map<List<String>, Integer> distances = new HashMap<>();
}
