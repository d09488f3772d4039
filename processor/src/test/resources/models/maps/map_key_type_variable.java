package model;

import jakarta.persistence.*;
import java.util.Map;

@MappedSuperclass
class Base<K, V> {
    @Id
    Long id;

    @ElementCollection
    Map<K, V> entries;
}

@Entity
class A extends Base<String, Integer> {}
