package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;

@Entity
class Student {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @OneToMany(mappedBy = "student", cascade = CascadeType.ALL)
    Set<Enrolment> enrolments;

    @OneToOne(cascade = CascadeType.ALL)
    @JoinColumn(name = "card_id", unique = true)
    StudentCard card;

    @ElementCollection
    @CollectionTable(name = "student_phones")
    Set<Phone> phones;
}

@Embeddable
class Phone {
    @Enumerated(EnumType.STRING)
    @Column(length = 8)
    Kind kind;

    @Column(name = "num", nullable = false, length = 20)
    String number;

    enum Kind {
        HOME,
        MOBILE
    }
}

@Entity
class StudentCard {
    @Id
    @GeneratedValue
    Long id;

    @OneToOne(mappedBy = "card")
    Student student;

    LocalDate validUntil;
}

@Entity
class Course {
    @Id
    @Column(length = 12)
    String code;

    @Column(nullable = false)
    String title;

    int credits;

    @ManyToOne
    Teacher teacher;

    @ManyToMany
    @JoinTable(
            name = "course_prerequisite",
            joinColumns = @JoinColumn(name = "course_code"),
            inverseJoinColumns = @JoinColumn(name = "required_code"))
    Set<Course> prerequisites;

    @OneToMany(mappedBy = "course")
    Set<Enrolment> enrolments;
}

class EnrolmentId implements Serializable {
    Long student;
    String course;
}

@Entity
@IdClass(EnrolmentId.class)
class Enrolment {
    @Id
    @ManyToOne
    Student student;

    @Id
    @ManyToOne
    Course course;

    @Enumerated
    Grade grade;

    Year yearOf;

    enum Grade {
        A,
        B,
        C,
        D,
        F
    }
}

@Entity
class Teacher {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @OneToMany(mappedBy = "teacher")
    @MapKey(name = "code")
    Map<String, Course> courses;

    @ElementCollection
    @OrderColumn
    String[] degrees;
}
