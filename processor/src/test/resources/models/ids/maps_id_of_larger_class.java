package model;

import jakarta.persistence.*;
import java.io.Serializable;

// @MapsId without a name means all of the identifier, which has the attributes of the other one then.
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
    String name;
    MajorId major;
}
