import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.List;

/** A row of the table is made as a whole, and never changes. */
@Entity
class Journey {

    @Id
    Long id;

    @ManyToMany
    @JoinTable(
            name = "journey_timetable",
            joinColumns = @JoinColumn(name = "journey_id", nullable = false, updatable = false),
            inverseJoinColumns = @JoinColumn(name = "timetable_id", nullable = false, updatable = false))
    List<Timetable> timetables;
}

@Entity
class Timetable {

    @Id
    Long id;
}
