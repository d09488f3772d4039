package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

enum Unit {
    KG,
    LB
}

@Embeddable
class Weight {
    BigDecimal value1;

    @Enumerated(EnumType.STRING)
    @Column(length = 5)
    Unit unit;

    Unit other;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Weight weight;
}
