package model;

import jakarta.persistence.*;

// Index columns are logical names; under snake_case the physical one is not known.
@Entity
@Table(indexes = @Index(columnList = "first_name"))
class A {
    @Id
    Long id;

    String firstName;
}
