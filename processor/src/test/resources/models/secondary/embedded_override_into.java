package model;

import jakarta.persistence.*;

@Embeddable
class Address {
    String street;
    String zip;
}

@Entity
@SecondaryTable(name = "addr")
class A {
    @Id
    Long id;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "street", table = "addr")),
        @AttributeOverride(name = "zip", column = @Column(name = "zip", table = "addr"))
    })
    Address address;
}
