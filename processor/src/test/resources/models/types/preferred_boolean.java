// -Aaccrete.boolean_type=SMALLINT
// hibernate.type.preferred_boolean_jdbc_type=SMALLINT
package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    boolean a;
    Boolean b;
}
