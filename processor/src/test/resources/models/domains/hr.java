package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

// Employees, departments, history.
@Entity
@Table(name = "EMPLOYEES")
class Employee {
    @Id
    @Column(name = "EMPLOYEE_ID")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "emp")
    @SequenceGenerator(name = "emp", sequenceName = "EMPLOYEES_SEQ", initialValue = 207, allocationSize = 1)
    private Integer employeeId;

    @Column(name = "FIRST_NAME", length = 20)
    private String firstName;

    @Column(name = "LAST_NAME", nullable = false, length = 25)
    private String lastName;

    @Column(name = "EMAIL", nullable = false, unique = true, length = 25)
    private String email;

    @Column(name = "HIRE_DATE", nullable = false)
    private LocalDate hireDate;

    @ManyToOne(optional = false)
    @JoinColumn(name = "JOB_ID")
    private Job job;

    @Column(name = "SALARY", precision = 8, scale = 2)
    private BigDecimal salary;

    @ManyToOne
    @JoinColumn(name = "MANAGER_ID")
    private Employee manager;

    @OneToMany(mappedBy = "manager")
    private Collection<Employee> reports;

    @ManyToOne
    @JoinColumn(name = "DEPARTMENT_ID")
    private Department department;

    @OneToMany(mappedBy = "employee")
    private List<JobHistory> history;
}

@Entity
@Table(name = "DEPARTMENTS")
class Department {
    @Id
    @Column(name = "DEPARTMENT_ID")
    private Integer id;

    @Column(name = "DEPARTMENT_NAME", nullable = false, length = 30)
    private String name;

    @OneToOne
    @JoinColumn(name = "MANAGER_ID")
    private Employee manager;

    @ManyToOne
    @JoinColumn(name = "LOCATION_ID")
    private Location location;

    @OneToMany(mappedBy = "department")
    @MapKey(name = "email")
    private Map<String, Employee> employees;
}

@Entity
@Table(name = "JOBS")
class Job {
    @Id
    @Column(name = "JOB_ID", length = 10)
    private String id;

    @Column(name = "JOB_TITLE", nullable = false, length = 35)
    private String title;

    @Column(name = "MIN_SALARY", precision = 6)
    private BigDecimal min;

    @Column(name = "MAX_SALARY", precision = 6)
    private BigDecimal max;
}

@Embeddable
class JobHistoryId implements Serializable {
    @Column(name = "EMPLOYEE_ID")
    private Integer employeeId;

    @Column(name = "START_DATE")
    private LocalDate startDate;
}

@Entity
@Table(name = "JOB_HISTORY")
class JobHistory {
    @EmbeddedId
    private JobHistoryId id;

    @MapsId("employeeId")
    @ManyToOne
    @JoinColumn(name = "EMPLOYEE_ID")
    private Employee employee;

    @Column(name = "END_DATE", nullable = false)
    private LocalDate endDate;

    @ManyToOne(optional = false)
    @JoinColumn(name = "JOB_ID")
    private Job job;
}

@Entity
@Table(name = "LOCATIONS")
class Location {
    @Id
    @Column(name = "LOCATION_ID")
    private Integer id;

    @Column(name = "CITY", nullable = false, length = 30)
    private String city;

    @ManyToOne
    @JoinColumn(name = "COUNTRY_ID")
    private Country country;
}

@Entity
@Table(name = "COUNTRIES")
class Country {
    @Id
    @Column(name = "COUNTRY_ID", columnDefinition = "CHAR(2)")
    private String id;

    @Column(name = "COUNTRY_NAME", length = 40)
    private String name;
}
