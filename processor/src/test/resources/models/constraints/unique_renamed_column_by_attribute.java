package model;

import jakarta.persistence.*;

// The attribute of a renamed column is no column name.
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "name"))
class A {
    @Id
    Long id;

    @Column(name = "nm")
    String name;
}
