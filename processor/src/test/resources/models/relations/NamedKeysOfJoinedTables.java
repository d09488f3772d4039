package models.relations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.Map;
import java.util.Set;

/** A column that says its name alone is as the identifier is, not as the key of the joined table that it refers to. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Vessel {
    @Id
    Long id;
}

@Entity
@PrimaryKeyJoinColumn(name = "ferry_id", columnDefinition = "integer")
class Ferry extends Vessel {}

@Entity
@PrimaryKeyJoinColumn(name = "car_ferry_id")
class CarFerry extends Ferry {}

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

    @ManyToMany
    @JoinTable(name = "harbour_ferries", inverseJoinColumns = @JoinColumn(name = "ferry"))
    Set<Ferry> ferries;

    @ElementCollection
    Map<Ferry, String> berths;

    @ManyToMany
    Map<CarFerry, Ferry> replacements;
}
