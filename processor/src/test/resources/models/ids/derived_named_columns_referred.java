package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

// What refers to a derived identifier whose join columns are named has the types of its columns, not their sizes.
@Embeddable
class OrderKey implements Serializable {
    int shop;

    @Column(length = 12)
    String number;

    @Column(precision = 9)
    BigDecimal weight;

    @Column(secondPrecision = 3)
    LocalDateTime placed;

    @Column(columnDefinition = "char(4)")
    String zone;
}

@Entity
class PurchaseOrder {
    @EmbeddedId
    OrderKey key;
}

@Embeddable
class LineKey implements Serializable {
    OrderKey order;
    short line;
}

@Entity
class Line {
    @EmbeddedId
    LineKey key;

    @MapsId("order")
    @ManyToOne
    @JoinColumn(name = "o_shop", referencedColumnName = "shop")
    @JoinColumn(name = "o_number", referencedColumnName = "number")
    @JoinColumn(name = "o_weight", referencedColumnName = "weight")
    @JoinColumn(name = "o_placed", referencedColumnName = "placed")
    @JoinColumn(name = "o_zone", referencedColumnName = "zone")
    PurchaseOrder order;

    @ElementCollection
    Set<String> notes;

    @ManyToMany
    Set<Line> replaced;
}

@Entity
class Delivery {
    @Id
    Long id;

    @ManyToOne
    Line line;
}

class RegionKey implements Serializable {
    String country;
    String code;

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
class Country {
    @Id
    @Column(length = 2)
    String iso;
}

@Entity
@IdClass(RegionKey.class)
class Region {
    @Id
    @ManyToOne
    @JoinColumn(name = "iso", columnDefinition = "char(2)")
    Country country;

    @Id
    @Column(length = 6)
    String code;
}

class CityKey implements Serializable {
    RegionKey region;
    int no;

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(CityKey.class)
class City {
    @Id
    @ManyToOne
    @JoinColumn(name = "c_iso", referencedColumnName = "iso")
    @JoinColumn(name = "c_code", referencedColumnName = "code")
    Region region;

    @Id
    int no;

    @ManyToMany
    Set<Region> near;
}
