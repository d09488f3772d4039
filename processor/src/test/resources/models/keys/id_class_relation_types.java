package freight;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.Date;

/** Hibernate makes an ordinal and a timestamp of the relation's columns. */
@Entity
@IdClass(WagonId.class)
class Wagon {
    @Id
    Integer number;

    @Id
    @ManyToOne
    Train train;
}

@Entity
@IdClass(TrainId.class)
class Train {
    @Id
    @Enumerated(EnumType.STRING)
    Line line;

    @Id
    @jakarta.persistence.Temporal(jakarta.persistence.TemporalType.DATE)
    Date started;
}

enum Line {
    NORTH,
    SOUTH
}

class TrainId implements Serializable {
    Line line;
    Date started;
}

class WagonId implements Serializable {
    Integer number;
    TrainId train;
}
