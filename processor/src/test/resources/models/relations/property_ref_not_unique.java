package model;

import jakarta.persistence.*;
import org.hibernate.annotations.PropertyRef;

@Entity
class B {
    @Id
    Long id;

    String code;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @PropertyRef("code")
    @JoinColumn(name = "b_code")
    B b;
}
