// -Aaccrete.foreign_keys=false
// hibernate.hbm2ddl.default_constraint_mode=NO_CONSTRAINT
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
    B b;
}
