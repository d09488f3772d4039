package model;

import jakarta.persistence.*;
import java.util.List;

// A to-many relation has no column of its own: what a @Column says of it is passed over.
@Entity
class Person {
    @Id
    Long id;

    @Column(name = "ignored", nullable = false, length = 7)
    @OneToMany(mappedBy = "person")
    List<Phone> phones;

    @Column(name = "friend", unique = true)
    @ManyToMany
    List<Person> friends;

    @Column(name = "admirer")
    @ManyToMany(mappedBy = "friends")
    List<Person> admirers;

    @Column(name = "note")
    @OneToMany
    List<Phone> noted;

    @Column(name = "own", nullable = false)
    @OneToMany
    @JoinColumn(name = "owner_id")
    List<Phone> owned;
}

@Entity
class Phone {
    @Id
    Long id;

    @ManyToOne
    Person person;
}
