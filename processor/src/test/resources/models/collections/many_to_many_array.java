package model;

import jakarta.persistence.*;

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
    @OrderColumn(name = "pos")
    B[] bs;
}
