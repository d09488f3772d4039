package model;

import jakarta.persistence.*;
import java.util.List;

// Hibernate passes it over.
@Entity
class Course {
    @Id
    Long id;

    @OneToMany
    @MapsId
    List<Lesson> lessons;
}

@Entity
class Lesson {
    @Id
    Long id;
}
