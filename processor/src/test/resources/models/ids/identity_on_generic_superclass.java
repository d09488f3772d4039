package model;

import jakarta.persistence.*;
import java.io.Serializable;

@MappedSuperclass
abstract class Base<K extends Serializable> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    protected K id;
}

@Entity
class A extends Base<Long> {}

@Entity
class B extends Base<Integer> {}
