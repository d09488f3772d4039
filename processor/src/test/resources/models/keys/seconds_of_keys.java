package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.*;
import java.util.*;

// A join column with a name of its own has the fractional seconds of its type, whatever the referenced column states.
@Entity
class Reading {
    @Id
    @Column(secondPrecision = 3)
    LocalDateTime taken;

    @Column(unique = true, secondPrecision = 2)
    LocalTime slot;
}

@Entity
class Report {
    @Id
    long id;

    @ManyToOne
    Reading first;

    @ManyToOne
    @JoinColumn(name = "last_taken")
    Reading last;

    @ManyToOne
    @JoinColumn(name = "of_slot", referencedColumnName = "slot")
    Reading slot;

    @ManyToOne
    @JoinColumn(referencedColumnName = "slot")
    Reading other;

    @ManyToMany
    @JoinTable(name = "report_all", inverseJoinColumns = @JoinColumn(name = "all_taken"))
    Set<Reading> all;

    @ManyToMany
    @JoinTable(name = "report_some")
    Map<Reading, Reading> some;
}

@Entity
class Remark {
    @Id
    @OneToOne
    Reading of;

    @ElementCollection
    Set<String> words;

    @ElementCollection
    @CollectionTable(joinColumns = @JoinColumn(name = "remark"))
    Set<String> signs;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Event {
    @Id
    @Column(secondPrecision = 3)
    Instant at;
}

@Entity
class Alarm extends Event {}

@Entity
@PrimaryKeyJoinColumn(name = "alert_at")
class Alert extends Event {
    @ManyToOne
    Alert cause;
}

@Embeddable
class PlaceKey implements Serializable {
    @Column(secondPrecision = 3)
    LocalDateTime since;

    int no;
}

@Entity
class Place {
    @EmbeddedId
    PlaceKey key;
}

@Embeddable
class VisitKey implements Serializable {
    @ManyToOne
    @JoinColumn(name = "place_since", referencedColumnName = "since")
    @JoinColumn(name = "place_no", referencedColumnName = "no")
    Place place;

    int no;
}

@Entity
class Visit {
    @EmbeddedId
    VisitKey key;

    @ManyToOne
    Visit before;
}
