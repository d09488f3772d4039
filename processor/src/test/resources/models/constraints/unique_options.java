package model;

import jakarta.persistence.*;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uq", columnNames = "a", options = "nulls distinct"))
class A {
    @Id
    Long id;

    String a;
}
