package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;

/** The table of a relation to one entity has the unique constraints that are stated, but not the indexes. */
@Entity
class Parcel {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(
            name = "parcel_depot",
            indexes = @Index(columnList = "depot_id"),
            uniqueConstraints = @UniqueConstraint(columnNames = "depot_id"))
    Parcel depot;

    @OneToOne
    @JoinTable(name = "parcel_twin", indexes = @Index(columnList = "twin_id", unique = true))
    Parcel twin;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinTable(name = "parcel_owner", indexes = @Index(columnList = "owner_key"))
    @JoinColumn(name = "owner_key")
    @Column(name = "owner_type")
    Object owner;

    @ManyToMany
    @JoinTable(name = "parcel_stop", indexes = @Index(columnList = "stops_id"))
    List<Parcel> stops;
}
