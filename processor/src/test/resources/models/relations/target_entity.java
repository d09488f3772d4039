package model;

import jakarta.persistence.*;

interface Thing {}

@Entity
class Concrete implements Thing {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne(targetEntity = Concrete.class)
    Thing thing;

    @OneToOne(targetEntity = Concrete.class)
    Object other;
}
