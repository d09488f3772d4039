package model;

import jakarta.persistence.*;

@Entity
@Table(name = "shared")
class A {
    @Id
    Long id;

    String a;
}

@Entity
@Table(name = "shared")
class B {
    @Id
    Long id;

    String b;
}
