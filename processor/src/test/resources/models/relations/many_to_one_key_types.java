package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

enum K {
    X,
    Y
}

@Entity
class ByUuid {
    @Id
    UUID id;
}

@Entity
class ByString {
    @Id
    @Column(length = 12)
    String code;
}

@Entity
class ByInt {
    @Id
    int number;
}

@Entity
class ByEnum {
    @Id
    @Enumerated(EnumType.STRING)
    K kind;
}

@Entity
class ByDecimal {
    @Id
    @Column(precision = 12, scale = 3)
    BigDecimal id;
}

@Entity
class ByDate {
    @Id
    LocalDate day;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    ByUuid a;

    @ManyToOne
    ByString b;

    @ManyToOne
    ByInt c;

    @ManyToOne
    ByEnum d;

    @ManyToOne
    ByDecimal e;

    @ManyToOne
    ByDate f;
}
