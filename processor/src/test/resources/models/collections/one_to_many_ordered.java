package model;

import jakarta.persistence.*;
import java.util.List;

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
    @OrderColumn
    List<B> bs;

    @OneToMany
    @JoinTable(name = "named")
    @OrderColumn(name = "pos")
    List<B> cs;
}
