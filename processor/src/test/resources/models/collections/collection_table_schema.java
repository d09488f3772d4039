package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
@Table(schema = "one")
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionTable(schema = "two")
    List<String> tags;

    @ElementCollection
    List<String> others;
}
