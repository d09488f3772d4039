import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.util.List;

/** The relation is inherited by two entities, and the attribute that it is mapped by refers to one of them. */
@MappedSuperclass
abstract class Vessel {
    @Id
    Long id;

    @OneToMany(mappedBy = "vessel")
    List<Voyage> voyages;
}

@Entity
class Ferry extends Vessel {}

@Entity
class Tanker extends Vessel {}

@Entity
class Voyage {
    @Id
    Long id;

    @ManyToOne
    Ferry vessel;
}
