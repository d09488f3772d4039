package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne(optional = false)
    B a;

    @ManyToOne
    @JoinColumn(nullable = false)
    B b;

    @ManyToOne(optional = false)
    @JoinColumn(name = "ccc", nullable = true)
    B c;

    @ManyToOne(fetch = FetchType.LAZY)
    B d;

    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    B e;
}
