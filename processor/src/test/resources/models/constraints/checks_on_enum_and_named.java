package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

enum K {
    A,
    B
}

@Entity
class A {
    @Id
    Long id;

    @Check(constraints = "k <> 1")
    K k;

    @Check(name = "named", constraints = "l <> 'B'")
    @Enumerated(EnumType.STRING)
    K l;
}
