package model;

import jakarta.persistence.*;

// H2's enum is sorted, the check of PostgreSQL is not.
enum Weird {
    ZULU,
    alpha,
    Beta,
    _x,
    A1,
    A10,
    A2
}

@Entity
class A {
    @Id
    long id;

    @Enumerated(EnumType.STRING)
    Weird a;
}
