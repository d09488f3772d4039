package model;

import jakarta.persistence.*;

// Whatever is stated of the foreign keys, there are both of them.
@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "t1", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    B b1;

    @ManyToOne
    @JoinTable(name = "t2", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    B b2;

    @ManyToOne
    @JoinTable(
            name = "t3",
            joinColumns = @JoinColumn(name = "x", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    B b3;

    @OneToOne
    @JoinTable(
            name = "t4",
            inverseJoinColumns = @JoinColumn(name = "x", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    B b4;

    @OneToOne
    @JoinTable(name = "t5", foreignKey = @ForeignKey(name = "n5"), inverseForeignKey = @ForeignKey(name = "n6"))
    B b5;
}

@Entity
class B {
    @Id
    Long id;
}
