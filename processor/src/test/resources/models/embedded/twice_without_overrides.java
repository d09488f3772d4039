package model;

import jakarta.persistence.*;

// Their columns collide.
@Embeddable
class Address {
    String street;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address home;

    @Embedded
    Address work;
}
