package model;

import jakarta.persistence.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class Plain {
    @Id
    Long id;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Leaf leaf;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Root root;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Root {
    @Id
    Long id;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Plain plain;
}

@Entity
class Leaf extends Root {
    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_DEFAULT)
    Plain other;

    @OneToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Root up;
}
