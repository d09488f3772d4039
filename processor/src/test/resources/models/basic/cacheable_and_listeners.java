package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DynamicInsert;

// Without effect on the schema.
class Listener {
    @PrePersist
    void before(Object o) {}
}

@Entity
@Cacheable
@EntityListeners(Listener.class)
@NamedQuery(name = "all", query = "select a from A a")
@NamedEntityGraph(name = "g")
@DynamicInsert
@SelfNothing
class A {
    @Id
    Long id;

    String name;

    @PostLoad
    void loaded() {}
}

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface SelfNothing {}
