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
    @JoinTable(name = "ab", check = @CheckConstraint(name = "ck_ab", constraint = "bs_id > 0"))
    Set<B> bs;
}
