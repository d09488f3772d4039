// -Aaccrete.global_generators=true
// hibernate.jpa.compliance.global_id_generators=true
package model;

import jakarta.persistence.*;

@Entity
@SequenceGenerator(name = "g", sequenceName = "numbers", allocationSize = 5)
class A {
    @Id
    @GeneratedValue(generator = "g")
    Long id;
}

@Entity
class B {
    @Id
    @GeneratedValue(generator = "g")
    Long id;
}
