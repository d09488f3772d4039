import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.List;

/** Relations whose {@code @MapsId} names no part: what says which columns it refers to is a relation that is read only. */
@Entity
class Line {

    @EmbeddedId
    LineId id;

    @MapsId("purchase")
    @ManyToOne
    @JoinColumn(name = "purchase_id", referencedColumnName = "id")
    Purchase purchase;
}

@Embeddable
class LineId implements Serializable {

    @Column(name = "purchase_id")
    Long purchaseId;

    int number;
}

@Entity
class Purchase {

    @Id
    Long id;

    @OneToMany(mappedBy = "purchase")
    List<Line> lines;
}

@Entity
class Cabin {

    @Id
    long id;

    long makerId;

    long purchaseId;

    int number;

    @MapsId("maker")
    @ManyToOne
    @JoinColumn(name = "makerId", referencedColumnName = "id")
    Purchase maker;

    @MapsId("lineId")
    @OneToOne
    @JoinColumns({
        @JoinColumn(name = "purchaseId", referencedColumnName = "purchase_id"),
        @JoinColumn(name = "number", referencedColumnName = "number")
    })
    Line line;
}
