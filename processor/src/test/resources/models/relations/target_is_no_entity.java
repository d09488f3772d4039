package model;

import jakarta.persistence.*;

class B {
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    B b;
}
