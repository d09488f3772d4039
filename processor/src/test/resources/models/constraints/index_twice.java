package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = {@Index(name = "i1", columnList = "a"), @Index(name = "i2", columnList = "a")})
class A {
    @Id
    Long id;

    String a;
}
