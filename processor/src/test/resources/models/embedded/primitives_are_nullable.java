package model;

import jakarta.persistence.*;

@Embeddable
class Size {
    int width;

    @Basic(optional = false)
    int height;

    @Column(nullable = false)
    long depth;

    boolean round;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Size size;
}
