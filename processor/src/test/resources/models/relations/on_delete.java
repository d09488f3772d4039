package model;

import jakarta.persistence.*;
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

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    B a;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    B b;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.RESTRICT)
    B c;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.NO_ACTION)
    B d;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_DEFAULT)
    B e;
}
