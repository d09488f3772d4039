package model;

import jakarta.persistence.*;

/** A scale counts beside a precision only. */
@Entity
class Sample {
    @Id
    long id;

    @Column(scale = 3)
    double height;

    @Column(scale = 2)
    Float width;
}
