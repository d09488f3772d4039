package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Examples of the specification's section on derived identities.
@Embeddable
class EmployeeId implements Serializable {
    String firstName;
    String lastName;
}

@Entity
class Employee {
    @EmbeddedId
    EmployeeId empId;

    String role;
}

class DependentIdClass implements Serializable {
    String name;
    EmployeeId emp;
}

@Embeddable
class DependentId implements Serializable {
    String name;
    EmployeeId empPK;
}

@Entity
class DependentA {
    @EmbeddedId
    DependentId id;

    @MapsId("empPK")
    @ManyToOne
    @JoinColumn(name = "FK1", referencedColumnName = "firstName")
    @JoinColumn(name = "FK2", referencedColumnName = "lastName")
    Employee emp;
}

@Entity
@IdClass(DependentIdClass.class)
class DependentB {
    @Id
    String name;

    @Id
    @ManyToOne
    @JoinColumn(name = "e1", referencedColumnName = "firstName")
    @JoinColumn(name = "e2", referencedColumnName = "lastName")
    Employee emp;
}

@Entity
class Person {
    @Id
    String ssn;

    @OneToOne(mappedBy = "patient")
    MedicalHistory history;
}

@Entity
class MedicalHistory {
    @Id
    String id;

    @MapsId
    @JoinColumn(name = "FK")
    @OneToOne
    Person patient;
}

@Entity
class Passport {
    @Id
    @OneToOne
    @JoinColumn(name = "FK")
    Person owner;
}
