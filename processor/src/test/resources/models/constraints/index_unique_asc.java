package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(columnList = "a asc, b", unique = true))
class A {
    @Id
    Long id;

    String a;
    String b;
}
