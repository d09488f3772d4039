package model;

import jakarta.persistence.*;

// The precision of a float counts decimal digits.
@Entity
class A {
    @Id
    long id;

    @Column(precision = 7)
    double a;

    @Column(precision = 8)
    double b;

    @Column(precision = 10)
    Double c;

    @Column(precision = 15)
    double d;

    @Column(precision = 5)
    float e;

    @Column(precision = 8)
    Float f;

    @Column(precision = 1)
    double g;
}
