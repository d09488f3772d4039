package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Column(insertable = false, updatable = false)
    String a;

    @Column(name = "b", updatable = false)
    int b;
}
