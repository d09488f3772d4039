package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/** Hibernate looks for a constrained part of an id class in another place than the one that makes the column. */
@Entity
@IdClass(SeatKey.class)
class Seat {
    @Id
    @Size(max = 12)
    String hall;

    @Id
    @Min(1)
    @Max(90)
    int place;

    @Size(max = 30)
    @NotNull
    String holder;
}

class SeatKey implements Serializable {
    @Size(max = 8)
    String hall;

    int place;
}

@Entity
class Ticket {
    @Id
    Long id;

    @ManyToOne
    @NotNull
    Seat seat;
}

@Entity
class Bench implements Serializable {
    @Id
    @Size(max = 12)
    String park;

    @Id
    @Min(1)
    int place;

    @Column(length = 90)
    @Size(max = 30)
    String donor;
}

@Entity
class Desk {
    @EmbeddedId
    @Valid
    DeskKey key;
}

@Embeddable
class DeskKey implements Serializable {
    @Size(max = 12)
    String room;

    @Min(1)
    int place;
}
