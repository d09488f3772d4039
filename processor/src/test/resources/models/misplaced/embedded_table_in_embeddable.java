package model;

import jakarta.persistence.*;
import org.hibernate.annotations.EmbeddedTable;

// Only an entity says which of its tables an embedded value is in.
@Entity
@SecondaryTable(name = "detail")
class Journey {
    @Id
    Long id;

    Way way;
}

@Embeddable
class Way {
    @EmbeddedTable("detail")
    Stop stop;
}

@Embeddable
class Stop {
    String kind;
}
