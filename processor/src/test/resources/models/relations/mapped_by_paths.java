import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;

/** Each collection is mapped by an attribute in another place: embedded, inherited, of a superclass's type, in a join table. */
@Entity
class Theatre {
    @Id
    Long id;

    @OneToMany(mappedBy = "venue.theatre")
    List<Play> plays;

    @ManyToMany(mappedBy = "venue.guests")
    List<Play> guestPlays;

    @Embedded
    Ensemble ensemble;
}

@Entity
class OperaHouse extends Theatre {
    @OneToMany(mappedBy = "origin")
    List<Matinee> premieres;

    @ManyToMany(mappedBy = "patron")
    List<Matinee> supported;
}

@Embeddable
class Ensemble {
    @OneToMany(mappedBy = "origin")
    List<Play> written;

    @OneToOne(mappedBy = "festival")
    Play festivalPlay;
}

@Entity
class Play {
    @Id
    Long id;

    @Embedded
    Venue venue;

    @ManyToOne
    Theatre origin;

    @OneToOne
    OperaHouse festival;
}

@Entity
class Matinee extends Play {
    @ManyToOne
    @JoinTable(name = "patrons")
    OperaHouse patron;
}

@Embeddable
class Venue {
    @ManyToOne
    Theatre theatre;

    @ManyToMany
    List<Theatre> guests;
}
