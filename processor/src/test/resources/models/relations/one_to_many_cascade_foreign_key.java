package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// Only a side whose rows the database deletes has a foreign key where the other side wants none.
@Entity
class Team {
    @Id
    Long id;

    @OneToMany(mappedBy = "team")
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<Player> players;

    @OneToMany(mappedBy = "former")
    @OnDelete(action = OnDeleteAction.SET_NULL)
    List<Player> formerPlayers;

    @OneToMany(mappedBy = "fanOf")
    List<Player> fans;
}

@Entity
class Player {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Team team;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Team former;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Team fanOf;
}
