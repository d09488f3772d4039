package model;

import jakarta.persistence.*;
import java.util.List;

// Both sides state the same column.
@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "a_id")
    A a;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "a_id")
    List<B> bs;
}
