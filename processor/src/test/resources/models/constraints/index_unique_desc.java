package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(name = "ux", columnList = "a desc", unique = true))
class A {
    @Id
    Long id;

    String a;
}
