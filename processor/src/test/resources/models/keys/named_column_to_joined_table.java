package model;

import jakarta.persistence.*;
import java.util.Map;
import java.util.Set;

// A stated column that says nothing of what it refers to, and a map's key, is like the identifier, not like the key of the joined table that it refers to.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vessel {
    @Id
    Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "ferry_id", columnDefinition = "integer")
class Ferry extends Vessel {
    @ManyToOne
    @JoinTable(name = "ferry_twins")
    Ferry twin;

    @ManyToOne
    @JoinTable(name = "ferry_heirs", joinColumns = @JoinColumn(name = "parent"), inverseJoinColumns = @JoinColumn(name = "heir"))
    Ferry heir;
}

@Entity
@PrimaryKeyJoinColumn(name = "car_ferry_id")
class CarFerry extends Ferry {}

@Entity
@PrimaryKeyJoinColumn(columnDefinition = "integer")
class BigFerry extends Vessel {}

@Entity
class Harbour {
    @Id
    Long id;

    @ManyToOne
    Ferry unnamed;

    @ManyToOne
    @JoinColumn(name = "home_of")
    Ferry named;

    @ManyToOne
    @JoinColumn(name = "stated", referencedColumnName = "ferry_id")
    Ferry stated;

    @ManyToOne
    @JoinColumn(nullable = false)
    BigFerry nameless;

    @ManyToMany
    @JoinTable(name = "harbour_ferries", inverseJoinColumns = @JoinColumn(name = "ferry"))
    Set<Ferry> ferries;

    @ElementCollection
    Map<Ferry, String> berths;

    @ManyToMany
    Map<CarFerry, Ferry> replacements;
}
