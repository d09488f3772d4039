package model;

import jakarta.persistence.*;

@Embeddable
class Address {
    String street;
    String zip;
}

@Entity
class A {
    @Id
    Long id;

    Address address;
}
