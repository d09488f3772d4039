package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

// One-to-one in both key styles, unique pairs, enumerations with values.
enum Choice {
    YES("Y"),
    NO("N"),
    ABSTAIN("A");

    @EnumeratedValue
    final String code;

    Choice(String code) {
        this.code = code;
    }
}

@Entity
class Ballot {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    String question;

    @OneToOne(mappedBy = "ballot", cascade = CascadeType.ALL)
    Result result;

    @OneToMany(mappedBy = "ballot")
    Set<Vote> votes;

    OffsetDateTime opens;
    OffsetDateTime closes;
}

@Entity
class Result {
    @Id
    Long ballotId;

    @OneToOne
    @MapsId
    Ballot ballot;

    int yes;
    int no;
}

@Entity
class Voter {
    @Id
    String number;

    @OneToOne(optional = false)
    @PrimaryKeyJoinColumn
    VoterDetails details;
}

@Entity
class VoterDetails {
    @Id
    String number;

    LocalDate born;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"ballot_id", "voter_number"}))
class Vote {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Ballot ballot;

    @ManyToOne(optional = false)
    Voter voter;

    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    Choice choice;
}
