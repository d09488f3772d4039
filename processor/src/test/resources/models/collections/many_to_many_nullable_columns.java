package model;

import jakarta.persistence.*;
import java.util.List;

// They are NOT NULL all the same.
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
    @JoinTable(
            joinColumns = @JoinColumn(name = "a", nullable = true),
            inverseJoinColumns = @JoinColumn(name = "b", nullable = true))
    List<B> bs;
}
