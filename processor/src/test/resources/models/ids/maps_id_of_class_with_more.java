package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The key has the columns of the other one alone; what its class has beside them is lost.
@Entity
@IdClass(MajorId.class)
class Major {
    @Id
    String forename;

    @Id
    String surname;
}

class MajorId implements Serializable {
    String forename;
    String surname;
}

@Entity
class Captain {
    @EmbeddedId
    CaptainId id;

    @MapsId
    @ManyToOne
    Major major;
}

@Embeddable
class CaptainId implements Serializable {
    String forename;
    String surname;
    String rank;
}
