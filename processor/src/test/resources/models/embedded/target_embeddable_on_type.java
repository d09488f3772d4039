package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

@TargetEmbeddable(Flat.class)
interface Place {
    double x();
}

@Embeddable
class Flat implements Place {
    double x;
    double y;

    public double x() {
        return x;
    }
}

@Embeddable
class Deep implements Place {
    double z;

    public double x() {
        return z;
    }
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Place at;
}

@Entity
class PlainAttribute {
    @Id
    Long id;

    Place at;
}

@Entity
class AttributeSaysOther {
    @Id
    Long id;

    @Embedded
    @TargetEmbeddable(Deep.class)
    Place at;
}

@Entity
class InCollections {
    @Id
    Long id;

    @ElementCollection
    Set<Place> set;

    @ElementCollection
    Map<String, Place> map;
}
