package model;

import jakarta.persistence.*;

@Embeddable
class Address {
    String street;

    @Column(name = "postal_code", length = 10, nullable = false)
    String zip;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverrides({
        @AttributeOverride(name = "street", column = @Column(name = "work_street")),
        @AttributeOverride(name = "zip", column = @Column(name = "work_zip", length = 20))
    })
    Address work;
}
