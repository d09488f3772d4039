package model;

import jakarta.persistence.*;

// H2 looks for A in the schema of B.
@Entity
@Table(schema = "other")
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}

@Entity
class A {
    @Id
    Long id;
}
