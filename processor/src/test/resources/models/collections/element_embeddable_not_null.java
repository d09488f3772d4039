package model;

import jakarta.persistence.*;
import java.util.Set;

@Embeddable
class Phone {
    @Column(nullable = false)
    String kind;

    @Column(nullable = false)
    String number;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Set<Phone> set;
}
