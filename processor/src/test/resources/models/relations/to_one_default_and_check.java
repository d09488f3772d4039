package model;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;

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
    @ColumnDefault("1")
    B b;

    @ManyToOne
    @JoinColumn(name = "c", check = @CheckConstraint(constraint = "c > 0"), comment = "the c")
    B c;
}
