package model;

import jakarta.persistence.*;
import java.util.*;

// What a collection of embeddables holds has no collection of its own.
@Entity
class Person {
    @Id
    Long id;

    @ElementCollection
    Set<Contact> contacts;
}

@Embeddable
class Contact {
    String name;

    @ManyToMany
    Set<Phone> phones;
}

@Entity
class Phone {
    @Id
    Long id;
}
