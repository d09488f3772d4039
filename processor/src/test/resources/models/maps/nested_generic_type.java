package model;

import jakarta.persistence.*;
import java.util.Map;

@MappedSuperclass
abstract class Base<V> {
    @Id
    Long id;

    @ElementCollection
    Map<String, V> vals;
}

@Entity
class A extends Base<Integer> {}
