package model;

import jakarta.persistence.*;

// A primitive with @Column is nullable unless it says otherwise.
@Entity
class A {
    @Id
    long id;

    @Column
    int a;

    @Column(name = "bb")
    int b;

    @Column(nullable = false)
    int c;

    @Column(nullable = true)
    int d;

    @Basic
    int e;

    @Basic(optional = true)
    int f;

    @Basic(optional = false)
    Integer g;

    @Column
    @Basic(optional = false)
    int h;

    int i;
}
