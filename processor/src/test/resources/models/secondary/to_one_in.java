package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;
}

@Entity
@SecondaryTable(name = "sec")
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "b_id", table = "sec")
    B b;

    @OneToOne
    @JoinColumn(name = "c_id", table = "sec", nullable = false)
    B c;
}
