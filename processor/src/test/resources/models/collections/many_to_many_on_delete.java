package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

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
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<B> bs;
}
