package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

// Embeddables in collections in embeddables.
@Embeddable
class Dimensions {
    @Column(precision = 7, scale = 2)
    BigDecimal length1;

    @Column(precision = 7, scale = 2)
    BigDecimal width;

    @Column(precision = 7, scale = 2)
    BigDecimal height;
}

@Embeddable
class Weight {
    @Column(name = "weight_kg")
    double kg;
}

@Embeddable
class Package1 {
    @Embedded
    Dimensions size;

    @Embedded
    Weight weight;

    @Column(nullable = false)
    String label;
}

@Embeddable
class Stop {
    @ManyToOne(optional = false)
    Depot depot;

    LocalDateTime planned;
    LocalDateTime actual;
}

@Entity
class Depot {
    @Id
    @GeneratedValue
    Integer id;

    String name;
}

@Entity
class Shipment {
    @Id
    @GeneratedValue
    Long id;

    @ElementCollection
    @OrderColumn(name = "stop_no")
    List<Stop> stops;

    @ElementCollection
    Set<Package1> packages;

    @ManyToOne
    Carrier carrier;

    @Embedded
    Tracking tracking;
}

@Embeddable
class Tracking {
    @Column(unique = true, length = 40)
    String code;

    @ElementCollection
    @CollectionTable(name = "tracking_events")
    List<TrackingEvent> events;
}

@Embeddable
class TrackingEvent {
    Instant at;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String note;

    enum Kind {
        PICKED,
        SORTED,
        DELIVERED
    }
}

@Entity
class Carrier {
    @Id
    @Column(length = 8)
    String scac;

    @Column(nullable = false)
    String name;

    @OneToMany(mappedBy = "carrier")
    @MapKey
    Map<Long, Shipment> shipments;
}
