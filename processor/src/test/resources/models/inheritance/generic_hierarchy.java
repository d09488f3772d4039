package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Base<K, T> {
    @Id
    K id;

    T payload;

    @ManyToOne
    Base2 other;
}

@Entity
class Base2 {
    @Id
    Long id;
}

@Entity
abstract class Mid<X> extends Base<Long, X> {
    X more;
}

@Entity
class Leaf extends Mid<String> {
    String own;
}
