package model;

import jakarta.persistence.*;
import java.io.Serializable;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;

@Entity
class B implements Serializable {
    @Id
    Long id;

    String code;
    String kind;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumnOrFormula(formula = @JoinFormula(value = "'X'", referencedColumnName = "kind"))
    @JoinColumnOrFormula(column = @JoinColumn(name = "b_code", referencedColumnName = "code"))
    B b;
}
