package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

// On the inverse side of a one-to-many relation no other action than CASCADE counts, whatever the owner says.
@Entity
class Employee {
    @Id
    Long id;

    @ManyToOne
    Employee supervisor;

    @OneToMany(mappedBy = "supervisor")
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Set<Employee> operators;

    @OneToMany(mappedBy = "employee")
    @OnDelete(action = OnDeleteAction.RESTRICT)
    List<Advance> advances;

    @OneToMany(mappedBy = "signer")
    @OnDelete(action = OnDeleteAction.SET_DEFAULT)
    List<Advance> signed;

    @OneToMany(mappedBy = "witness")
    @OnDelete(action = OnDeleteAction.SET_NULL)
    List<Advance> witnessed;

    @ManyToMany
    @OnDelete(action = OnDeleteAction.SET_NULL)
    @JoinTable(name = "employee_course")
    Set<Course> courses;
}

@Entity
class Advance {
    @Id
    Long id;

    @ManyToOne
    Employee employee;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Employee signer;

    @ManyToOne
    @JoinTable(name = "advance_witness")
    Employee witness;
}

@Entity
class Course {
    @Id
    Long id;

    @ManyToMany(mappedBy = "courses")
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Set<Employee> employees;
}
