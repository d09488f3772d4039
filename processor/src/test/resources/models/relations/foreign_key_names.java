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
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_a_b"))
    B b;

    @ManyToOne
    @JoinColumn(name = "c", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    B c;

    @ManyToOne
    @JoinColumn(name = "d", foreignKey = @ForeignKey(name = "fk_d", value = ConstraintMode.CONSTRAINT))
    B d;

    @ManyToOne
    @JoinColumns(value = @JoinColumn(name = "e"), foreignKey = @ForeignKey(name = "fk_e"))
    B e;
}
