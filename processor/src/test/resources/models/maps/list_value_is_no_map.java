package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<String, byte[]> m;

    @ElementCollection
    Map<Character, Boolean> c;
}
