package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;

    @Column(name = "code", length = 20)
    String code;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "b_code", referencedColumnName = "code")
    B b;
}
