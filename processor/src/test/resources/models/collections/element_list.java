package model;

import jakarta.persistence.*;
import java.util.Collection;
import java.util.List;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<String> tags;

    @ElementCollection
    Collection<Integer> numbers;
}
