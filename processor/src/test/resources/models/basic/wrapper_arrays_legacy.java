// -Aaccrete.wrapper_arrays=legacy
// hibernate.type.wrapper_array_handling=LEGACY
package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    Long id;

    Byte[] bytes;

    @Column(length = 40)
    Character[] characters;

    @Lob
    Byte[] large;
}
