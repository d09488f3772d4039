package model;

import jakarta.persistence.*;

// More bits than a database has.
@Entity
class A {
    @Id
    long id;

    @Column(precision = 16)
    double a;
}
