package model;

import jakarta.persistence.*;
import java.util.Map;

@Entity
class B {
    @Id
    Long id;

    String name;

    @ManyToOne
    A a;

    @ManyToOne
    A c;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany(mappedBy = "a")
    @MapKey(name = "name")
    Map<String, B> bs;

    @OneToMany(mappedBy = "c")
    @MapKeyColumn(name = "mk", length = 20)
    Map<String, B> cs;
}
