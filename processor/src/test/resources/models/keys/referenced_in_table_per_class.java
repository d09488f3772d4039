package model;

import jakarta.persistence.*;

// Several columns are referred to in the table of the class itself; one that it inherits is that of the class above, to
// which there is no foreign key.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
    @Id
    Long id;

    String plate;
    String country;
}

@Entity
class Truck extends Vehicle {
    String fleet;
}

@Entity
class Trip {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "truck_plate", referencedColumnName = "plate")
    @JoinColumn(name = "truck_country", referencedColumnName = "country")
    Truck truck;

    @ManyToOne
    @JoinColumn(name = "fleet", referencedColumnName = "fleet")
    @JoinColumn(name = "fleet_plate", referencedColumnName = "plate")
    Truck ofFleet;

    @ManyToOne
    @JoinColumn(name = "fleet_truck", referencedColumnName = "id")
    @JoinColumn(name = "fleet_of_truck", referencedColumnName = "fleet")
    Truck again;

    @ManyToOne
    @JoinColumn(name = "plate", referencedColumnName = "plate")
    Truck byPlate;
}
