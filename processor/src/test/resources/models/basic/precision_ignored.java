package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.UUID;

@Entity
class A {
    @Id
    long id;

    @Column(precision = 5)
    int a;

    @Column(precision = 5, scale = 2)
    long b;

    @Column(precision = 3)
    LocalDate c;

    @Column(length = 5)
    int d;

    @Column(length = 9)
    UUID e;

    @Column(length = 3)
    boolean f;
}
