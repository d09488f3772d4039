package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    @Column(columnDefinition = "varchar(17)")
    String id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    B b;

    @ManyToOne
    @JoinColumn(name = "c", columnDefinition = "varchar(17)")
    B c;
}
