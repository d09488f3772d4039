package model;

import jakarta.persistence.*;

@Entity
class Account {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Owned {
    @Id
    Long id;

    @ManyToOne
    Account owner;
}

@Entity
@AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "a_owner", nullable = false))
class A extends Owned {}

@Entity
@AssociationOverrides(
        @AssociationOverride(
                name = "owner",
                joinColumns = @JoinColumn(name = "b_owner"),
                foreignKey = @ForeignKey(name = "fk_b_owner")))
class B extends Owned {}
