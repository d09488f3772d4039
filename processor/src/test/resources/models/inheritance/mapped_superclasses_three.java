package model;

import jakarta.persistence.*;
import java.time.Instant;

@MappedSuperclass
abstract class A1 {
    @Id
    @GeneratedValue
    Long id;
}

@MappedSuperclass
abstract class A2 extends A1 {
    Instant created;
}

@MappedSuperclass
abstract class A3 extends A2 {
    @Column(length = 5)
    String c;
}

@Entity
class E1 extends A3 {
    String e;
}

@Entity
class E2 extends A2 {}
