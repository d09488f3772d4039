package model;

import jakarta.persistence.*;
import java.util.List;

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
    @JoinColumn(name = "contact_id")
    List<Phone> phones;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Contact contact;
}
