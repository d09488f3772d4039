package model;

import jakarta.persistence.*;

@Embeddable
class Address {
    @Column(table = "addr")
    String street;

    @Column(table = "addr", name = "zip_code")
    String zip;
}

@Entity
@SecondaryTable(name = "addr")
class A {
    @Id
    Long id;

    @Embedded
    Address address;
}
