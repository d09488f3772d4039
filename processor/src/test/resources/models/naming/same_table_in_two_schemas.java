package model;

import jakarta.persistence.*;

@Entity
@Table(schema = "one", name = "t")
class A {
    @Id
    Long id;

    String a;
}

@Entity
@Table(schema = "two", name = "t")
class B {
    @Id
    Long id;

    String b;

    @ManyToOne
    A a;
}
