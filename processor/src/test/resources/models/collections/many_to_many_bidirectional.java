package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Course {
    @Id
    Long id;

    @ManyToMany(mappedBy = "courses")
    Set<Student> students;
}

@Entity
class Student {
    @Id
    Long id;

    @ManyToMany
    Set<Course> courses;
}
