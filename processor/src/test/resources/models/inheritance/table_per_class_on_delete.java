package model;

import jakarta.persistence.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// Where the action of a foreign key in or to such a hierarchy is kept.
@Entity
class Plain {
    @Id
    Long id;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Leaf leafSetNull;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Leaf leafCascade;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Root {
    @Id
    Long id;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Plain rootSetNull;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Plain rootCascade;
}

@Entity
class Leaf extends Root {
    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Plain setNull;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Plain cascade;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Leaf2 other;
}

@Entity
class Leaf2 extends Leaf {}
