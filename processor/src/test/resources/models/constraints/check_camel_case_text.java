package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Check;

// The text of a check is not renamed, so snake_case breaks it.
@Entity
@Check(constraints = "someValue > 0")
class A {
    @Id
    Long id;

    int someValue;
}
