package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "a_to_b")
    B b;

    @ManyToOne(optional = false)
    @JoinTable(name = "a_to_c", inverseJoinColumns = @JoinColumn(name = "c_id"))
    B c;
}
