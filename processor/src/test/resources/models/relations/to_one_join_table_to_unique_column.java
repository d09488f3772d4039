package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;

/** The table of a relation to one entity refers to its owner by the primary key. */
@Entity
class Parcel {
    @Id
    Long id;

    @Column(unique = true)
    String code;

    @ManyToOne
    @JoinTable(name = "parcel_depot", joinColumns = @JoinColumn(name = "parcel_code", referencedColumnName = "code"))
    Parcel depot;
}
