package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

// Self references of every kind.
@Entity
class Person {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @ManyToOne
    Person mother;

    @ManyToOne
    Person father;

    @OneToOne
    Person spouse;

    @OneToMany(mappedBy = "mother")
    Set<Person> childrenOfMother;

    @OneToMany(mappedBy = "father")
    List<Person> childrenOfFather;

    @ManyToMany
    @JoinTable(name = "godparents")
    Set<Person> godparents;

    @ManyToMany(mappedBy = "godparents")
    Set<Person> godchildren;

    @OneToMany
    @JoinColumn(name = "guardian")
    Set<Person> wards;

    @ElementCollection
    Map<Person, String> relations;

    @Embedded
    Life life;
}

@Embeddable
class Life {
    @Embedded
    @AttributeOverride(name = "place", column = @Column(name = "birth_place"))
    @AttributeOverride(name = "date", column = @Column(name = "birth_date"))
    Moment birth;

    @Embedded
    @AttributeOverride(name = "place", column = @Column(name = "death_place"))
    @AttributeOverride(name = "date", column = @Column(name = "death_date"))
    Moment death;
}

@Embeddable
record Moment(String place, LocalDate date) {}
