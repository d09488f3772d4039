package model;

import jakarta.persistence.*;

// A scale on a float is refused by Hibernate.
@Entity
class A {
    @Id
    long id;

    @Column(precision = 10, scale = 2)
    double a;
}
