package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.LocalDate;

// A join entity.
class MembershipKey implements Serializable {
    Long person;
    Long team;
}

@Entity
class Person {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Team {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@IdClass(MembershipKey.class)
class Membership {
    @Id
    @ManyToOne
    @JoinColumn(name = "person_id")
    Person person;

    @Id
    @ManyToOne
    @JoinColumn(name = "team_id")
    Team team;

    LocalDate since;
}
