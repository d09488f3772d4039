package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class B {
    @Id
    Long id;

    @OneToMany(mappedBy = "nothing")
    List<A> all;
}

@Entity
class A {
    @Id
    Long id;
}
