package model;

import jakarta.persistence.*;
import java.io.Serializable;

// A part of the foreign key is a column of its own.
class Key implements Serializable {
    Long tenant;
    Long number;
}

@Entity
@IdClass(Key.class)
class B {
    @Id
    Long tenant;

    @Id
    Long number;
}

@Entity
class A {
    @Id
    Long id;

    @Column(name = "tenant")
    Long tenant;

    @ManyToOne
    @JoinColumn(name = "tenant", referencedColumnName = "tenant", insertable = false, updatable = false)
    @JoinColumn(name = "b_number", referencedColumnName = "number", insertable = false, updatable = false)
    B b;

    @Column(name = "b_number")
    Long number;
}
