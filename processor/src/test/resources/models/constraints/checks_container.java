package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;

@Entity
@Checks({@Check(name = "c1", constraints = "a > 0"), @Check(name = "c2", constraints = "b > 0")})
class A {
    @Id
    Long id;

    int a;
    int b;
}
