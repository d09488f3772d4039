package model;

import jakarta.persistence.*;

// No foreign key when it is optional.
@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @OneToOne
    @PrimaryKeyJoinColumn
    B b;
}

@Entity
class C {
    @Id
    Long id;

    @OneToOne(optional = false)
    @PrimaryKeyJoinColumn
    B b;
}
