package model;

import jakarta.persistence.*;
import java.io.Serializable;

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
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Major major;
}

@Embeddable
class CaptainId implements Serializable {
    Long number;
    String major;
}
