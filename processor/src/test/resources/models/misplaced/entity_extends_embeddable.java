import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What is above the entity is no part of it, and yet Hibernate looks for its table. */
@Entity
class Branch extends Office {
    @Id
    Long id;
}

abstract class Office extends Place {}

@Embeddable
class Place {
    String town;
}
