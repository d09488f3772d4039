package model;

import jakarta.persistence.*;
import org.hibernate.annotations.EmbeddedTable;

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
    @EmbeddedTable("addr")
    Address address;
}
