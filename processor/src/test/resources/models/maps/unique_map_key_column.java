package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @MapKeyColumn(name = "k", unique = true, columnDefinition = "varchar(9)")
    Map<String, String> m;
}
