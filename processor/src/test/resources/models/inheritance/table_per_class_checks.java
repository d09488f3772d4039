package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

// Checks of columns are repeated in the tables of subclasses, checks of the table are not.
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Check(constraints = "a < b")
@Table(check = @CheckConstraint(constraint = "b < 100"))
class P {
    @Id
    Long id;

    @Check(constraints = "a > 0")
    int a;

    int b;
}

@Entity
@Check(constraints = "b < c")
class Q extends P {
    int c;
}

@Entity
class R extends Q {}
