package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Hibernate keeps the object as bytes, which can't refer to a number.
@Entity
class Major {
    @Id
    Long id;
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
    Long major;
}
