package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Student {
    @Id Long id;
    @ManyToMany @JoinColumn(name = "student_id") List<Course> courses;
}

@Entity
class Course {
    @Id Long id;
}
