package model;

import jakarta.persistence.*;
import java.time.Duration;

@Entity
class A {
    @Id
    long id;

    Duration a;

    @Column(precision = 15)
    Duration b;

    @Column(precision = 15, scale = 3)
    Duration c;

    @Column(scale = 3)
    Duration d;
}
