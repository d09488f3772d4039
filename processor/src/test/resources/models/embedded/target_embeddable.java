package model;

import jakarta.persistence.*;
import org.hibernate.annotations.TargetEmbeddable;

interface Coords {
    double x();
}

@Embeddable
class Flat implements Coords {
    double x;
    double y;

    public double x() {
        return x;
    }
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    @TargetEmbeddable(Flat.class)
    Coords at;
}
