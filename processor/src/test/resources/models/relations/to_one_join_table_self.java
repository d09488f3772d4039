package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    @OneToOne
    @JoinTable
    B b;

    @OneToOne(mappedBy = "a")
    B c;
}

@Entity
class B {
    @Id
    Long id;

    @OneToOne
    @JoinTable(name = "ba")
    A a;

    @ManyToOne
    @JoinTable(name = "bself", inverseJoinColumns = @JoinColumn(name = "other"))
    B other;
}
