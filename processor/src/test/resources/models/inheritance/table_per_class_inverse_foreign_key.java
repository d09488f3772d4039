package model;

import jakarta.persistence.*;
import java.util.Collection;
import java.util.Set;

// The side that is mapped by the other one brings the foreign keys that the owner's table forbids.
@Entity
class Course {
    @Id
    Long id;

    @ManyToMany(mappedBy = "courses")
    Set<Student> students;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Person {
    @Id
    Long id;
}

@Entity
class Student extends Person {
    @ManyToMany
    @JoinTable(
            name = "enrolment",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Collection<Course> courses;
}
