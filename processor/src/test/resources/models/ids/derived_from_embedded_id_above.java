package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Hibernate does not find the @EmbeddedId of an entity above, and binds the part as bytes.
@Embeddable
class ItemKey implements Serializable {
    Long number;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Item {
    @EmbeddedId
    ItemKey key;
}

@Entity
class Tool extends Item {}

@Embeddable
class LoanKey implements Serializable {
    Long copy;
    ItemKey tool;
}

@Entity
class Loan {
    @EmbeddedId
    LoanKey key;

    @MapsId("tool")
    @ManyToOne
    Tool tool;
}
