package model;

import jakarta.persistence.*;

// Both write: refused by Hibernate.
@Entity
class A {
    @Id
    long id;

    @Column(name = "status")
    String a;

    @Column(name = "status")
    String b;
}
