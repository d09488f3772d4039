package model;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
class A {
    @Id
    @UuidGenerator
    UUID id;
}

@Entity
class B {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    String id;
}

@Entity
class C {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;
}

@Entity
class D {
    @Id
    @GeneratedValue
    @UuidGenerator
    @Column(length = 36)
    String id;
}
