package model;

import jakarta.persistence.*;

// Allocation sizes of zero and below.
@Entity
class A {
    @Id
    @SequenceGenerator(name = "a", sequenceName = "sa", allocationSize = 0)
    @GeneratedValue(generator = "a")
    Long id;
}

@Entity
class B {
    @Id
    @SequenceGenerator(name = "b", sequenceName = "sb", allocationSize = 1, initialValue = 5)
    @GeneratedValue(generator = "b")
    Long id;
}

@Entity
class C {
    @Id
    @SequenceGenerator(name = "c", sequenceName = "sc", allocationSize = 1000)
    @GeneratedValue(generator = "c")
    Long id;
}
