package model;

import jakarta.persistence.*;
import java.util.Set;

@MappedSuperclass
abstract class Base<T> {
    @Id
    Long id;

    @ElementCollection
    Set<T> values1;
}

@Entity
class A extends Base<String> {}

@Entity
class B extends Base<Integer> {}
