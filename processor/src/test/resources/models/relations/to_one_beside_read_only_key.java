package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
class Team {
    @Id
    Long id;
}

// The column is as the value says, which is bound before the relation: nullable, not unique, without a comment.
@Entity
class Player {
    @Id
    Long id;

    @Column(name = "team_id", insertable = false, updatable = false)
    Long teamId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "team_id")
    @Comment("where the player plays")
    Team team;

    @OneToOne(optional = false)
    @JoinColumn(name = "captain_of", nullable = false)
    Team captainOf;

    @Column(name = "captain_of", insertable = false, updatable = false)
    Long captained;

    @Column(name = "coach_of", insertable = false, updatable = false, unique = true, columnDefinition = "bigint default 5")
    Long coached;

    @ManyToOne
    @JoinColumn(name = "coach_of")
    Team coachOf;

    @Embedded
    Loan loan;

    @Column(name = "lender", insertable = false, updatable = false)
    Long lender;
}

@Embeddable
class Loan {
    @ManyToOne(optional = false)
    @JoinColumn(name = "lender")
    Team from;
}
