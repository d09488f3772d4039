package model;

import jakarta.persistence.*;

@Entity
@Table(
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "one",
                    columnNames = {"a", "b"}),
            @UniqueConstraint(
                    name = "two",
                    columnNames = {"a", "b"}),
            @UniqueConstraint(
                    name = "three",
                    columnNames = {"b", "a"})
        })
class A {
    @Id
    Long id;

    String a;
    String b;
}
