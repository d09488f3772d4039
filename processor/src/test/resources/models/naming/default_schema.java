// -Aaccrete.default_schema=base
// hibernate.default_schema=base
package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Table(schema = "other")
class B {
    @Id
    Long id;

    @ManyToOne
    A a;
}
