package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JoinFormula;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    Long raw;

    @ManyToOne
    @JoinFormula("raw")
    B b;
}
