package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
@IdClass(PartKey.class)
class Part {
    @Id
    @Column(columnDefinition = "varchar(40)")
    String code;

    @Id
    @Column(columnDefinition = "varchar(40)")
    String maker;
}

class PartKey implements Serializable {
    String code;
    String maker;
}

@Entity
class Use {
    @Id
    Long id;

    @ManyToOne
    Part part;

    @ManyToMany
    Set<Part> parts;
}

@Entity
@IdClass(StockKey.class)
class Stock {
    @Id
    @ManyToOne
    Part part;

    @Id
    int place;
}

class StockKey implements Serializable {
    PartKey part;
    int place;
}
