package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.UUID;

@MappedSuperclass
abstract class Base<T, K> {
    private T value;
    private K id;

    @Id
    public K getId() {
        return id;
    }

    public void setId(K id) {
        this.id = id;
    }

    public T getValue() {
        return value;
    }

    public void setValue(T v) {
        value = v;
    }
}

@Entity
class A extends Base<BigDecimal, Long> {}

@Entity
class B extends Base<String, UUID> {}
