package model;

import jakarta.persistence.*;

// Of a many-to-one relation @PrimaryKeyJoinColumn says nothing, and the identifier has the columns of the relation.
@Entity
class A {
    @Id
    @ManyToOne
    @PrimaryKeyJoinColumn
    B b;
}

@Entity
class B {
    @Id
    Long id;
}
