package model;

import jakarta.persistence.*;

@Entity
@SequenceGenerator(name = "one", sequenceName = "s_one", allocationSize = 1)
@SequenceGenerator(name = "two", sequenceName = "s_two", allocationSize = 2)
class A {
    @Id
    @GeneratedValue(generator = "two")
    Long id;
}
