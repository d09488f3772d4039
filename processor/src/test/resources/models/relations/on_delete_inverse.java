package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// On the inverse side it makes the owner's key cascade.
@Entity
class B {
    @Id
    Long id;

    @OneToMany(mappedBy = "b")
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<A> all;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    B b;
}
