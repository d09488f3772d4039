package model;

import jakarta.persistence.*;

@Entity
class Whole {
    @Id
    Long id;
}

@Entity
class Reading {
    @Id
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(columnDefinition = "NUMERIC(19, 0) not null")
    Whole decimal;

    @ManyToOne
    @JoinColumn(columnDefinition = "varchar(20)")
    Whole text;
}
