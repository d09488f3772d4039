package model;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Inheritance
class P {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "pb")
    B b;
}

@Entity
class A extends P {
    @ManyToOne(optional = false)
    @JoinTable(name = "pb2")
    B pp;
}

@Entity
class B {
    @Id
    Long id;

    @OneToMany(mappedBy = "b")
    List<P> ps;

    @OneToMany(mappedBy = "pp")
    @OrderColumn
    List<A> as;
}
