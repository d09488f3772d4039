package model;

import jakarta.persistence.*;
import java.util.List;

// A collection that is called both is one of elements, whichever is written first; @OneToMany comes before either.
@Entity
class Student {
    @Id
    Long id;

    @ElementCollection
    @ManyToMany(mappedBy = "students")
    List<Lecture> lectures;

    @ManyToMany(mappedBy = "readers")
    @ElementCollection
    @CollectionTable(name = "student_read")
    List<Lecture> read;

    @ElementCollection
    @OneToMany(mappedBy = "student")
    List<Mark> marks;
}

@Entity
class Lecture {
    @Id
    Long id;

    @ManyToMany
    List<Student> students;

    @ManyToMany
    @JoinTable(name = "readers")
    List<Student> readers;
}

@Entity
class Mark {
    @Id
    Long id;

    @ManyToOne
    Student student;
}
