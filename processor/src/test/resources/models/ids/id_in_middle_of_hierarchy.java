package model;

import jakarta.persistence.*;
import java.time.Instant;

@MappedSuperclass
abstract class Auditable {
    Instant createdAt;
    String createdBy;
}

@MappedSuperclass
abstract class Base extends Auditable {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class A extends Base {
    String name;
}
