package shop;

import jakarta.persistence.*;

@Embeddable
class Address {
    String zip;
    Integer city;
}

@Entity
class Target {
    @Id Long id;
    @Embedded Address address;
}

@Entity
class Referrer {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "z", referencedColumnName = "zip") Target target;
}
