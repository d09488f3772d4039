package model;

import jakarta.persistence.*;

// A named generator on the attribute is taken even if the value names none.
@Entity
class A {
    @Id
    @SequenceGenerator(name = "x", sequenceName = "x_numbers", allocationSize = 7)
    @GeneratedValue
    Long id;
}

@Entity
@SequenceGenerator(name = "y", sequenceName = "y_numbers")
class B {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;
}
