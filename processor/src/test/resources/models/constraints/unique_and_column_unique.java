package model;

import jakarta.persistence.*;

// The column's own one hides the named one.
@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uq_a", columnNames = "a"))
class A {
    @Id
    Long id;

    @Column(unique = true)
    String a;
}
