// -Aaccrete.native_enums=true
// hibernate.type.prefer_native_enum_types=true
package model;

import jakarta.persistence.*;

enum K {
    Z,
    A
}

enum L {
    Z,
    A
}

@Entity
class A {
    @Id
    Long id;

    K a;

    @Enumerated(EnumType.STRING)
    L b;
}
