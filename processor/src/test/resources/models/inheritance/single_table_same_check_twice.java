package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

// Both classes add it to the table.
@Entity
@Check(constraints = "a > 0")
class P {
    @Id
    Long id;

    int a;
}

@Entity
@Check(constraints = "a > 0")
class Q extends P {}
