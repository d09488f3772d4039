package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

@Embeddable
class Part {
    @Column(unique = true)
    String code;

    @Check(constraints = "number1 > 0")
    int number1;
}

@Entity
class A {
    @Id
    Long id;

    @Embedded
    Part part;
}
