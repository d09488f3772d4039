// -Aaccrete.global_generators=true
// hibernate.jpa.compliance.global_id_generators=true
package model;

import jakarta.persistence.*;

@Entity
@TableGenerator(name = "t", table = "counters", pkColumnValue = "all")
class A {
    @Id
    @SequenceGenerator(name = "B", sequenceName = "of_b")
    @GeneratedValue(generator = "t", strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class B {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@SequenceGenerator(name = "other", sequenceName = "of_other")
class C {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class D {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unknown")
    Long id;
}
