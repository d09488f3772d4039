package shop;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Employee {
    @Id Long id;
    @OneToOne(mappedBy = "employee") Desk desk;
}

@Entity
@AssociationOverride(name = "desk", joinColumns = @JoinColumn(name = "desk_of"))
class PartTimer extends Employee {}

@Entity
class Desk {
    @Id Long id;
    @OneToOne PartTimer employee;
}
