package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Student {
    @Id Long id;
    @ManyToMany List<Course> courses;
}

@Entity
class Course {
    @Id Long id;
    @ManyToMany(mappedBy = "courses") @JoinTable(name = "attendance") List<Student> students;
}
