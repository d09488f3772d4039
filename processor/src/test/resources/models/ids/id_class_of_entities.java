package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

@Entity
class Student implements Serializable {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Course implements Serializable {
    @Id
    @Column(length = 12)
    String code;
}

@Entity
@IdClass(RoomId.class)
class Room implements Serializable {
    @Id
    @Column(length = 10)
    String house;

    @Id
    @Column(length = 5)
    String number;
}

class RoomId implements Serializable {
    String house;
    String number;
}

@Entity
@IdClass(EnrollmentId.class)
class Enrollment {
    @Id
    @ManyToOne
    Student student;

    @Id
    @ManyToOne
    @JoinColumn(name = "course")
    Course course;

    @Id
    @OneToOne
    @JoinColumn(name = "roomHouse", referencedColumnName = "house")
    @JoinColumn(name = "roomNumber", referencedColumnName = "number")
    Room room;

    String grade;
}

class EnrollmentId implements Serializable {
    Student student;
    Course course;
    Room room;
}

@Entity
class Certificate {
    @Id
    Long id;

    @ManyToOne
    Enrollment enrollment;

    @ManyToMany
    List<Enrollment> earlier;
}
