package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import java.util.Map;

/** The position in a list of the other side is NOT NULL in a secondary table, and not in the entity's own. */
@Entity
@SecondaryTable(name = "parcel_route")
class Parcel {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "depot", table = "parcel_route")
    Depot depot;

    @ManyToOne
    @JoinColumn(name = "next_depot", table = "parcel_route")
    Depot next;

    @ManyToOne
    Depot home;
}

@Entity
class Depot {
    @Id
    Long id;

    @OneToMany(mappedBy = "depot")
    @OrderColumn(name = "place")
    List<Parcel> here;

    @OneToMany(mappedBy = "next")
    @MapKeyColumn(name = "gate")
    Map<String, Parcel> expected;

    @OneToMany(mappedBy = "home")
    @OrderColumn(name = "home_place")
    List<Parcel> local;
}
