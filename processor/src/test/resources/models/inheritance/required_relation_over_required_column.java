import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** The relation's own column takes NULL, so the row check asks for it; the other attribute makes it NOT NULL for all rows. */
@Entity
class Person {

    @Id
    Long id;
}

@Entity
class Employee extends Person {

    @Column(name = "team_id", nullable = false)
    Long teamId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "team_id", insertable = false, updatable = false)
    Team team;

    @ManyToOne(optional = false)
    @JoinColumn(name = "home_id", nullable = false)
    Team home;
}

@Entity
class Visitor extends Person {

    @Column(name = "host_id", insertable = false, updatable = false)
    Long hostId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "host_id", nullable = false)
    Person host;

    @Column(name = "since", nullable = false)
    int since;

    @Column(name = "since", insertable = false, updatable = false)
    int sinceAgain;
}

@Entity
class Team {

    @Id
    Long id;
}
