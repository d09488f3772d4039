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

    @ElementCollection
    Set<String> names;
}
