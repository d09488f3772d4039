package histories;

import jakarta.persistence.*;
import java.time.Instant;
import org.hibernate.annotations.*;

@Entity
@Audited
class Thing {
    @Id
    int id;

    String name;
}

@Entity
@org.hibernate.annotations.Temporal
class Other {
    @Id
    int id;

    String name;
}

@Entity
@Changelog
class Changes {
    @Id
    int id;

    @Changelog.ChangesetId
    int number;

    @Changelog.Timestamp
    Instant at;
}
