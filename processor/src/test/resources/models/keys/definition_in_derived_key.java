package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
@IdClass(PartKey.class)
class Part {
    @Id
    @Column(columnDefinition = "varchar(40)")
    String code;

    @Id
    Long maker;
}

class PartKey implements Serializable {
    String code;
    Long maker;
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

@Entity
class Held {
    @EmbeddedId
    HeldKey key;

    @ManyToOne
    @MapsId("part")
    Part part;
}

@Embeddable
class HeldKey implements Serializable {
    PartKey part;
    int place;
}

@Entity
class Detail {
    @EmbeddedId
    PartKey key;

    @OneToOne
    @MapsId
    Part part;
}
