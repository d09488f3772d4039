package histories;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Audited
@Audited.Table(name = "thing_log")
class Thing {
    @Id
    int id;

    String name;

    @Audited.Excluded
    @ElementCollection
    Set<String> names;
}

@Entity
@Audited
@Table(schema = "s1")
@Audited.Table(schema = "s2", name = "`Log`")
class Other {
    @Id
    int id;

    String name;
}
