package shop;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

/** What refers to a text is as long as the text was before it was constrained, and stands in keys as such. */
@Entity
class Carrier {
    @Id
    @Size(max = 2)
    String code;
}

@Entity
class Airport {
    @Id
    Long id;

    @NaturalId
    @Size(max = 3)
    String code;
}

@Entity
class Pilot {
    @Id
    Long number;

    @ManyToMany
    @JoinTable(joinColumns = @JoinColumn(name = "pilot"), inverseJoinColumns = @JoinColumn(name = "carrier"))
    Set<Carrier> carriers;

    @ManyToMany
    @JoinTable(
            joinColumns = @JoinColumn(name = "pilot"),
            inverseJoinColumns = @JoinColumn(name = "airport", referencedColumnName = "code"))
    Set<Airport> airports;

    @ElementCollection
    Map<Carrier, String> licences;
}

@Entity
class Route {
    @Id
    @ManyToOne
    Carrier carrier;

    @Id
    long number;
}
