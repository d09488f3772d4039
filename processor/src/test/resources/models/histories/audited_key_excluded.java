package histories;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** The relation has the column of the key: Hibernate does not start without it. */
@Entity
@Audited
class Passport {
    @Id
    Long id;

    @MapsId
    @OneToOne
    @Audited.Excluded
    Citizen citizen;
}

@Entity
class Citizen {
    @Id
    Long id;
}
