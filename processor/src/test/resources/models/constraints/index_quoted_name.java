package model;

import jakarta.persistence.*;

@Entity
@Table(
        indexes = {
            @Index(name = "`MixedCase`", columnList = "a"),
            @Index(name = "Plain", columnList = "b")
        })
class A {
    @Id
    Long id;

    String a;
    String b;
}
