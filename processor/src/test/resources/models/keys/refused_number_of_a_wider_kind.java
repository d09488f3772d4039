package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
class Whole {
    @Id
    Long id;
}

/** PostgreSQL casts no decimal to an integer by itself. */
@Entity
class Reading {
    @Id
    Long id;

    @Column(name = "whole_id")
    BigDecimal wholeId;

    @ManyToOne
    @JoinColumn(name = "whole_id", insertable = false, updatable = false)
    Whole whole;
}
