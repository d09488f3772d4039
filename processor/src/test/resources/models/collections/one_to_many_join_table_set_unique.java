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

    @OneToMany
    @JoinTable(uniqueConstraints = @UniqueConstraint(columnNames = "bs_id"))
    Set<B> bs;
}
