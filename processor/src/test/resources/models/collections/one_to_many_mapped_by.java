package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}

@Entity
class A {
    @Id
    Long id;

    @OneToMany(mappedBy = "a", cascade = CascadeType.ALL, orphanRemoval = true)
    List<B> bs;
}
