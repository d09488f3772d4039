package model;

import jakarta.persistence.*;
import java.util.Set;

/** The key of a collection lists its columns by the names of the attributes that they refer to. */
@Entity
class Parcel {
    @Id
    long id;

    String zone;
    String area;

    @ElementCollection
    @CollectionTable(
            name = "parcel_marks",
            joinColumns = {
                @JoinColumn(name = "first_ref", referencedColumnName = "zone"),
                @JoinColumn(name = "second_ref", referencedColumnName = "area")
            })
    Set<String> marks;

    @ElementCollection
    @CollectionTable(
            name = "parcel_weights",
            joinColumns = {
                @JoinColumn(name = "first_ref", referencedColumnName = "zone"),
                @JoinColumn(name = "second_ref", referencedColumnName = "area")
            })
    @Column(nullable = false)
    Set<Integer> weights;
}
