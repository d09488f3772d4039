package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// Both sides have the columns; the collection's side is asked last.
@Entity
class P {
    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "p_id")
    List<C> without;

    @OneToMany
    @JoinColumn(name = "q_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    List<C> unconstrained;

    @OneToMany
    @JoinColumn(name = "r_id", foreignKey = @ForeignKey(name = "x"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<C> named;

    @OneToMany
    @JoinColumn(name = "s_id")
    List<C> plain;
}

@Entity
class C {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "p_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    P p;

    @ManyToOne
    @JoinColumn(name = "q_id")
    P q;

    @ManyToOne
    @JoinColumn(name = "r_id")
    @OnDelete(action = OnDeleteAction.SET_NULL)
    P r;

    @ManyToOne
    @JoinColumn(name = "s_id", foreignKey = @ForeignKey(name = "y"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    P s;
}
