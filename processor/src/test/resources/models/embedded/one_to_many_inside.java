package model;

import jakarta.persistence.*;
import java.util.Set;

@Entity
class Phone {
    @Id
    Long id;

    String number;
}

@Embeddable
class Contact {
    String mail;

    @OneToMany
    Set<Phone> phones;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Contact contact;
}
