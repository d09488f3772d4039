package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(name = "ix_lower", columnList = "(lower(a))", unique = true))
class A {
    @Id
    Long id;

    String a;
}
