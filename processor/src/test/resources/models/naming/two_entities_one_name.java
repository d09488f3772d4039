package model;

import jakarta.persistence.*;

@Entity(name = "Same")
class A {
    @Id
    Long id;
}

@Entity(name = "Same")
class B {
    @Id
    Long id;
}
