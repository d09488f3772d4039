package histories;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@Changelog
class Log {
    @Id
    @Changelog.ChangesetId
    int id;
}
