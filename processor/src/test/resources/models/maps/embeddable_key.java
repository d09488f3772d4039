package model;

import jakarta.persistence.*;
import java.util.Map;

@Embeddable
class Pos {
    int x1;
    int y1;

    public boolean equals(Object o) {
        return this == o;
    }

    public int hashCode() {
        return x1;
    }
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<Pos, String> cells;

    @ElementCollection
    @AttributeOverride(name = "key.x1", column = @Column(name = "kx"))
    Map<Pos, Integer> numbers;
}
