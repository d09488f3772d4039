package histories;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@Audited
class Thing {
    @Id
    Long id;
}

@Entity
@Changelog
class Changes {
    @Id
    Long id;

    @Changelog.ChangesetId
    Object number;

    @Changelog.Timestamp
    long at;
}
