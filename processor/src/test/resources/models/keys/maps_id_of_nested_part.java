package model;

import jakarta.persistence.*;

@Entity
class Company {
    @Id
    Long id;
}

@Embeddable
record Place(Long company, int floor) {}

@Embeddable
record EmployeeKey(Place place, int number) {}

@Entity
class Employee {
    @EmbeddedId
    EmployeeKey key;

    @MapsId("company")
    @ManyToOne
    Company company;
}
