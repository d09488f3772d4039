package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

@Entity
class A {
    @Id
    Long id;

    @Check(constraints = "a > 0")
    int a;

    @Check(name = "ck_b", constraints = "b < 10")
    int b;

    @Column(check = @CheckConstraint(constraint = "c <> 'x'"))
    String c;

    @Column(
            check = {
                @CheckConstraint(name = "d1", constraint = "d > 1"),
                @CheckConstraint(name = "d2", constraint = "d < 9")
            })
    int d;

    @Column(check = {@CheckConstraint(constraint = "e > 1"), @CheckConstraint(constraint = "e < 9")})
    int e;
}
