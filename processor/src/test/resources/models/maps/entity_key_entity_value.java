package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class K {
    @Id
    Long id;
}

@Entity
class V {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    Map<K, V> kv;

    @OneToMany
    @JoinTable(name = "a_other")
    @MapKeyJoinColumn(name = "kk")
    Map<K, V> other;
}
