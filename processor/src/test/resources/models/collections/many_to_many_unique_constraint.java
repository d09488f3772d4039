package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(uniqueConstraints = @UniqueConstraint(name = "uq_b", columnNames = "bs_id"))
    Set<B> bs;
}
