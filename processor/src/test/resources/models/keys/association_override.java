package shop;

import jakarta.persistence.*;

@Entity
class Country {
    @Id Long id;
    @Column(length = 5) String iso;
}

@Embeddable
class Address {
    @ManyToOne(optional = false)
    @JoinColumn(name = "original", nullable = false, foreignKey = @ForeignKey(name = "fk_original"))
    Country country;
    @ManyToOne @JoinColumn(name = "loose", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Country loose;
}

@Embeddable
class Person {
    @Embedded Address address;
    @OneToOne Country home;
}

@Entity
@AssociationOverride(name = "outer.home", joinColumns = @JoinColumn(name = "outer_home"))
class Holder {
    @Id Long id;
    @Embedded
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "c1"))
    @AssociationOverride(name = "loose", joinColumns = @JoinColumn(name = "l1"), foreignKey = @ForeignKey(name = "fk_loose"))
    Address first;
    @Embedded
    @AssociationOverride(name = "address.country", joinColumns = @JoinColumn(name = "c2", referencedColumnName = "id"))
    @AssociationOverride(name = "address.loose", joinColumns = @JoinColumn(name = "l2", foreignKey = @ForeignKey(name = "fk_unread")))
    Person outer;
    @Embedded
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "c3"), foreignKey = @ForeignKey(name = "fk_only"))
    @AssociationOverride(name = "loose", joinColumns = @JoinColumn(name = "l3", unique = true))
    Address third;
}
