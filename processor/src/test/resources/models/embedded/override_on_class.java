package model;

import jakarta.persistence.*;

// Overrides with a path on the entity.
@Embeddable
class Address {
    String street;
    String zip;
}

@MappedSuperclass
abstract class Base {
    @Id
    Long id;

    @Embedded
    Address address;
}

@Entity
@AttributeOverride(name = "address.street", column = @Column(name = "a_street", length = 80))
class A extends Base {}

@Entity
@AttributeOverrides({
    @AttributeOverride(name = "id", column = @Column(name = "b_id")),
    @AttributeOverride(name = "address.zip", column = @Column(name = "b_zip"))
})
class B extends Base {}
