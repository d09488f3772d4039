package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Embeddable
class Part {
    @Column(nullable = false)
    String code;

    int n;
}

@Entity
class Other {
    @Id
    Long id;
}

@Entity
class P {
    @Id
    Long id;

    int rootPrimitive;

    @Column(nullable = false)
    String rootRequired;
}

@Entity
class Q extends P {
    int a;

    @Column(nullable = false)
    String b;

    @Basic(optional = false)
    String c;

    @ManyToOne(optional = false)
    Other d;

    @Column(name = "ee")
    long e;

    @ManyToOne
    @JoinColumn(nullable = false)
    Other f;

    @Embedded
    Part part;

    boolean g;
}

@Entity
class R extends Q {
    int h;

    @Basic(optional = false)
    LocalDate i;
}
