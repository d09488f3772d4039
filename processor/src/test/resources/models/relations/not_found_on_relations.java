package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity
class A {
    @Id
    Long id;

    @ManyToMany
    @NotFound(action = NotFoundAction.EXCEPTION)
    Set<B> bs;

    @ManyToMany
    @NotFound(action = NotFoundAction.IGNORE)
    @JoinTable(name = "i")
    Set<B> is;

    @ManyToOne
    @NotFound(action = NotFoundAction.EXCEPTION)
    @JoinTable(name = "e")
    B e;
}

@Entity
class B {
    @Id
    Long id;
}
