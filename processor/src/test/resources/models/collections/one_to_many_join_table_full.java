package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinTable(
            name = "a_b",
            joinColumns = @JoinColumn(name = "a", foreignKey = @ForeignKey(name = "fk_a")),
            inverseJoinColumns = @JoinColumn(name = "b", foreignKey = @ForeignKey(name = "fk_b")),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq",
                            columnNames = {"a", "b"}),
            indexes = @Index(columnList = "b"))
    List<B> bs;
}
