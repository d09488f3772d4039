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
class C {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;
}
