package shop;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Course {
    @Id Long id;
    @OneToMany(mappedBy = "course") @JoinColumn(name = "course_id") List<Lesson> lessons;
}

@Entity
class Lesson {
    @Id Long id;
    @ManyToOne Course course;
}
