package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Purchase {
    @Id
    @GeneratedValue
    Long id;
}

@Embeddable
class LineKey implements Serializable {
    Long purchaseId;
    int position;
}

@Entity
class Line {
    @EmbeddedId
    LineKey key;

    @ManyToOne
    @MapsId("purchaseId")
    Purchase purchase;
}
