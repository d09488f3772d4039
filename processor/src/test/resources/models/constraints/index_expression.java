package model;

import jakarta.persistence.*;

@Entity
@Table(
        indexes = {
            @Index(name = "ix_lower", columnList = "(lower(a))"),
            @Index(name = "ix_mixed", columnList = "b, (lower(a))")
        })
class A {
    @Id
    Long id;

    String a;
    int b;
}
