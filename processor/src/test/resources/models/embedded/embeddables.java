package shop;

import jakarta.persistence.*;

@Embeddable
class Address {
    String street;
    @Column(nullable = false) String zip;
    int floor;
    @ManyToOne Country country;
}

@Embeddable
record Point(double x, @Column(nullable = false) double y) {}

@Entity
class Country {
    @Id @GeneratedValue(strategy = GenerationType.UUID) String id;
}

@Entity
class Company {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
    @Embedded Address address;
    Point place;
    @AttributeOverride(name = "x", column = @Column(name = "to_x"))
    @AttributeOverride(name = "y", column = @Column(name = "to_y"))
    @Embedded Point target;
}
