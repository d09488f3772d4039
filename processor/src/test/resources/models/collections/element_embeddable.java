package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

@Embeddable
class Phone {
    String kind;

    @Column(name = "phone_number", length = 30, nullable = false)
    String number;

    int ext;
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<Phone> list;

    @ElementCollection
    Set<Phone> set;

    @ElementCollection
    @OrderColumn
    List<Phone> ordered;
}
