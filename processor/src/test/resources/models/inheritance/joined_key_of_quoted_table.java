package model;

import jakarta.persistence.*;
import java.util.List;

/** Columns that are derived from a quoted table are quoted, and no strategy renames them. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "`All Vehicles`")
class Vehicle {
    @Id
    Long chassisNo;
}

@Entity
class Truck extends Vehicle {
    @ElementCollection
    List<String> tags;
}

@Entity
@PrimaryKeyJoinColumn(name = "towedBy")
class Trailer extends Vehicle {
    @ManyToOne
    Truck truckInFront;
}
