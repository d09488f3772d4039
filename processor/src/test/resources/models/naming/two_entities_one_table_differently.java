package model;

import jakarta.persistence.*;

@Entity
@Table(name = "shared")
class A {
    @Id
    Long id;

    @Column(nullable = false)
    String text;
}

@Entity
@Table(name = "shared")
class B {
    @Id
    Long id;

    String text;
}
