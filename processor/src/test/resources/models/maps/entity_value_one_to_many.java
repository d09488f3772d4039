package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class B {
    @Id
    Long id;

    String name;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    Map<String, B> bs;

    @OneToMany
    @MapKey(name = "name")
    @JoinTable(name = "by_name")
    Map<String, B> byName;

    @OneToMany
    @MapKey
    @JoinTable(name = "by_id")
    Map<Long, B> byId;
}
