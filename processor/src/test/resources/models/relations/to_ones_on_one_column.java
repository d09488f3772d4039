package model;

import jakarta.persistence.*;

@Entity
class Team {
    @Id
    Long id;
}

// Of two relations, the first one by name says what the column is like.
@Entity
class Player {
    @Id
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "team_id")
    Team second;

    @ManyToOne
    @JoinColumn(name = "team_id", insertable = false, updatable = false)
    Team first;

    @OneToOne
    @JoinColumn(name = "club_id", insertable = false, updatable = false)
    Team theOne;

    @ManyToOne
    @JoinColumn(name = "club_id")
    Team club;
}
