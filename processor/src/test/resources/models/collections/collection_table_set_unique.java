package model;

import jakarta.persistence.*;
import java.util.Set;

// A unique constraint takes the place of the key.
@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = "tags"))
    @Column(nullable = false)
    Set<String> tags;
}
