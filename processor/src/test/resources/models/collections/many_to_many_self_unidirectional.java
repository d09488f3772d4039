package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Person {
    @Id
    Long id;

    @ManyToMany
    Set<Person> friends;
}
