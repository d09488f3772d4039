package model;

import jakarta.persistence.*;

@Embeddable
class Address {
    String street;

    @Column(length = 10)
    String zip;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address address;
}
