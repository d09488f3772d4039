package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Embeddable
class Spot {
    String row;

    @Column(name = "seat")
    String seat;

    @ManyToOne
    Hall hall;
}

@Embeddable
class Booking {
    String label;

    @Embedded
    @AttributeOverride(name = "row", column = @Column(name = "booked_row"))
    @AssociationOverride(name = "hall", joinColumns = @JoinColumn(name = "booked_hall"))
    Spot spot;
}

@Embeddable
class Code {
    String part;

    @Column(name = "rest")
    String rest;
}

@Entity
class Hall {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Plan {
    @Id
    Long id;

    // What stands inside of the values counts before what the collection says of them.
    @ElementCollection
    @AttributeOverride(name = "spot.row", column = @Column(name = "not_taken"))
    @AttributeOverride(name = "spot.seat", column = @Column(name = "listed_seat"))
    @AssociationOverride(name = "spot.hall", joinColumns = @JoinColumn(name = "not_taken_either"))
    List<Booking> list;

    @ElementCollection
    @AttributeOverride(name = "spot.row", column = @Column(name = "not_taken"))
    Set<Booking> set;

    @ElementCollection
    @AttributeOverride(name = "value.spot.row", column = @Column(name = "taken_row"))
    @AttributeOverride(name = "key.part", column = @Column(name = "key_part"))
    Map<Code, Booking> map;
}

@Entity
@AttributeOverride(name = "map.key.part", column = @Column(name = "not_taken"))
@AttributeOverride(name = "map.key.rest", column = @Column(name = "not_taken_either"))
@AttributeOverride(name = "map.value.spot.seat", column = @Column(name = "mapped_seat"))
@AttributeOverride(name = "list.label", column = @Column(name = "listed_label"))
class Evening extends Plan {}

@Entity
@AttributeOverride(name = "map.mapkey.key.rest", column = @Column(name = "other_rest"))
class Morning extends Plan {}
