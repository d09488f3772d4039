package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

@Entity
@Table(check = {@CheckConstraint(constraint = "a > b"), @CheckConstraint(name = "ck", constraint = "a < 100")})
@Check(constraints = "b > 0")
@Check(name = "ck_two", constraints = "b < 5")
class A {
    @Id
    Long id;

    int a;
    int b;
}
