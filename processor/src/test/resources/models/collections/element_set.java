package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Set<String> tags;
}
