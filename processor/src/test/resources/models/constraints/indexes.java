package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Entity
@Table(
        indexes = {
            @Index(columnList = "a"),
            @Index(name = "ix_bc", columnList = "b, c desc"),
            @Index(name = "ix_asc", columnList = "c ASC, a DESC"),
            @Index(columnList = "d", unique = true),
            @Index(name = "uq_ab", columnList = "a,b", unique = true)
        })
class A {
    @Id
    Long id;

    String a;
    int b;
    LocalDate c;
    String d;
}
