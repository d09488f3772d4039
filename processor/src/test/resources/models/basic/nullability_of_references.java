package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Column(nullable = false)
    String a;

    @Basic(optional = false)
    String b;

    @Basic(optional = false)
    @Column(nullable = true)
    String c;

    @Basic
    String d;

    String e;
}
