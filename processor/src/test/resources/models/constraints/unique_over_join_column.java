package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;
}

@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq",
                        columnNames = {"b_id", "name"}))
class A {
    @Id
    Long id;

    @ManyToOne
    B b;

    String name;
}
