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
    @JoinColumn(name = "a_id", nullable = false)
    @OrderColumn(name = "idx", nullable = false)
    List<B> bs;

    @OneToMany
    @JoinColumn(name = "other_a")
    @OrderColumn
    List<B> cs;
}
