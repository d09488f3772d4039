package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class A {
    @Id
    Long id;

    String code;

    @ManyToOne
    @JoinTable(name = "pb2", inverseJoinColumns = @JoinColumn(name = "bcode", referencedColumnName = "code"))
    B b2;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    @JoinTable(name = "pb3")
    B b3;

    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    @JoinTable(name = "pb4")
    B b4;

    @ManyToOne
    @JoinTable(name = "pb5", joinColumns = @JoinColumn(name = "x", foreignKey = @ForeignKey(name = "fx")), inverseJoinColumns = @JoinColumn(name = "y", foreignKey = @ForeignKey(name = "fy")))
    B b5;
}

@Entity
class B {
    @Id
    Long id;

    String code;
}
