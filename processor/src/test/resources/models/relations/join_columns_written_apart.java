package model;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
@IdClass(DepartmentId.class)
class Department {
    @Id
    String name;

    @Id
    String location;
}

class DepartmentId implements Serializable {
    String name;
    String location;
}

@Entity
class Office {
    @Id
    int id;

    String location;

    @ManyToOne
    @JoinColumn(name = "location", referencedColumnName = "location", insertable = false, updatable = false)
    @JoinColumn(name = "department", referencedColumnName = "name")
    Department department;
}
