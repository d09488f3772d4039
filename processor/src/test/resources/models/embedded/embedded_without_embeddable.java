package model;

import jakarta.persistence.*;

class Address {
    String street;
    String zip;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address address;
}
