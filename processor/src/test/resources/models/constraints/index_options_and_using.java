package model;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(name = "i1", columnList = "a", options = "nulls distinct"))
class A {
    @Id
    Long id;

    String a;
}
