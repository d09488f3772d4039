package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class B {
    @Id
    Long id;

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
    @OrderColumn(name = "pos")
    List<B> bs;

    @OneToMany(mappedBy = "c")
    @OrderColumn
    List<B> cs;
}
