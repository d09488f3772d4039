package staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdClass;

/** The class of a natural identifier is for queries alone. */
@Entity
@NaturalIdClass(Badge.Number.class)
class Badge {
    @Id
    Integer id;

    @NaturalId
    String site;

    @NaturalId
    Integer serial;

    record Number(String site, Integer serial) {}
}
