// -Aaccrete.wrapper_arrays=allow
// hibernate.type.wrapper_array_handling=ALLOW
package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    Character[] b;
}
