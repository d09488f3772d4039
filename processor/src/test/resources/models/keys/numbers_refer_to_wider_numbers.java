package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
class Whole {
    @Id
    Long id;

    @Column(unique = true)
    Short code;
}

@Entity
class Amount {
    @Id
    BigDecimal id;
}

@Entity
class Measure {
    @Id
    Double id;
}

@Entity
class Label {
    @Id
    String id;
}

/** A foreign key may be of another number type than the key, if PostgreSQL casts it by itself. */
@Entity
class Reading {
    @Id
    Long id;

    @Column(name = "whole_id")
    Integer wholeId;

    @ManyToOne
    @JoinColumn(name = "whole_id", insertable = false, updatable = false)
    Whole whole;

    @Column(name = "amount_id")
    Long amountId;

    @ManyToOne
    @JoinColumn(name = "amount_id", insertable = false, updatable = false)
    Amount amount;

    @Column(name = "measure_id")
    BigDecimal measureId;

    @ManyToOne
    @JoinColumn(name = "measure_id", insertable = false, updatable = false)
    Measure measure;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code", columnDefinition = "bigint")
    Whole byCode;

    @ManyToOne
    @JoinColumn(columnDefinition = "smallint default 1")
    Whole first;

    @ManyToOne
    @JoinColumn(columnDefinition = "text")
    Label label;
}
