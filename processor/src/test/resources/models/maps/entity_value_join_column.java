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

    @OneToMany
    @JoinColumn(name = "a_id")
    @MapKeyColumn(name = "k")
    Map<String, B> bs;
}
