package model;

import jakarta.persistence.*;
import java.io.Serializable;

// What else reads the columns of a key does not make them nullable.
@Embeddable
class Key implements Serializable {
    @Column(name = "team_id")
    Long team;

    @Column(length = 9)
    String number;
}

@Entity
class Team {
    @Id
    Long id;
}

@Entity
class Player {
    @EmbeddedId
    Key key;

    @ManyToOne(optional = false)
    @JoinColumn(name = "team_id", insertable = false, updatable = false)
    Team team;

    @Column(name = "number", insertable = false, updatable = false, length = 20)
    String text;
}

@Entity
class Stadium {
    @Id
    @OneToOne
    @JoinColumn(name = "team_id")
    Team team;

    @Column(name = "team_id", insertable = false, updatable = false)
    Long teamId;
}
