// -Aaccrete.implicit_naming=component_path
// hibernate.implicit_naming_strategy=component-path
package model;

import jakarta.persistence.*;

@Embeddable
class P {
    String x;
}

@Entity
class A {
    @Id
    Long id;

    P one;
    P two;
}
