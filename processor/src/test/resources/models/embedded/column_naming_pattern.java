package model;

import jakarta.persistence.*;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Embeddable
class Address {
    String street;

    @Column(name = "zip_code")
    String zip;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    @EmbeddedColumnNaming("home_%s")
    Address home;

    @Embedded
    @EmbeddedColumnNaming
    Address work;
}
