package model;

import jakarta.persistence.*;

// The key of the secondary table would refer to itself.
@Entity
@SecondaryTable(
        name = "addresses",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "passenger_id", referencedColumnName = "passenger_id"))
class Passenger {
    @Id
    Long id;

    @Column(table = "addresses")
    String street;
}
