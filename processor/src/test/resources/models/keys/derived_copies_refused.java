package model;

import jakarta.persistence.*;
import java.io.Serializable;

/** Neither database takes the foreign key from a number to a text. */
@Embeddable
class PlanKey implements Serializable {
    @Enumerated(EnumType.STRING)
    Kind kind;

    int nr;

    enum Kind {
        EARLY,
        LATE
    }
}

@Entity
class Plan {
    @EmbeddedId
    PlanKey key;
}

@Entity
@IdClass(TurnKey.class)
class Turn {
    @Id
    @ManyToOne
    Plan plan;

    @Id
    int nr;
}

class TurnKey implements Serializable {
    PlanKey plan;
    int nr;
}
