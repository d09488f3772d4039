package model;

import jakarta.persistence.*;
import java.util.Set;

@Embeddable
class Contact {
    String mail;

    @ElementCollection
    Set<String> phones;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Contact contact;
}
