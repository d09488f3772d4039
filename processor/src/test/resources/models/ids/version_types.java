package model;

import jakarta.persistence.*;
import java.time.Instant;

@Entity
class A {
    @Id
    Long id;

    @Version
    int version;
}

@Entity
class B {
    @Id
    Long id;

    @Version
    Long version;
}

@Entity
class C {
    @Id
    Long id;

    @Version
    Instant changed;
}

@Entity
class D {
    @Id
    Long id;

    @Version
    java.sql.Timestamp changed;
}

@Entity
class E {
    @Id
    Long id;

    @Version
    @Column(name = "v", nullable = true)
    Short version;
}
