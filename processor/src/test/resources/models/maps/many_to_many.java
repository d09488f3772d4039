package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    Map<String, B> bs;

    @ManyToMany
    @JoinTable(name = "ab2")
    @MapKeyColumn(name = "lang", length = 2)
    Map<String, B> cs;
}
