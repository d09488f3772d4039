package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Date;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A derived identifier copies the parts of a composite one by their Java types alone. */
@Embeddable
class FairKey implements Serializable {
    @Temporal(TemporalType.DATE)
    Date opening;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 10)
    String place;

    int hall;
}

@Entity
class Fair {
    @EmbeddedId
    FairKey key;

    @ManyToOne
    Fair previous;
}

@Entity
@IdClass(SlotKey.class)
class Slot {
    @Id
    @ManyToOne
    Fair fair;

    @Id
    int nr;

    @ManyToOne
    Slot previous;
}

class SlotKey implements Serializable {
    FairKey fair;
    int nr;
}

@Entity
class Report {
    @EmbeddedId
    FairKey key;

    @MapsId
    @OneToOne
    Fair fair;
}
