// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package model;

import jakarta.persistence.*;

@Entity
class Company {
    @Id
    Long id;
}

@Embeddable
record EmployeeKey(Long company, int number) {}

@Entity
class Employee {
    @EmbeddedId
    EmployeeKey key;

    @MapsId("company")
    @ManyToOne
    Company employer;

    @ManyToOne
    Employee boss;
}
