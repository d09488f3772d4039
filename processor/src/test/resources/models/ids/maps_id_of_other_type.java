package model;

import jakarta.persistence.*;
import java.io.Serializable;

// H2 compares the text with the number; PostgreSQL does not.
@Entity
class Major {
    @Id
    Long id;
}

@Entity
class Captain {
    @EmbeddedId
    CaptainId id;

    @MapsId("major")
    @ManyToOne
    Major major;
}

@Embeddable
class CaptainId implements Serializable {
    Long number;
    String major;
}
