package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    @SequenceGenerator(name = "a", sequenceName = "sa", schema = "numbers")
    @GeneratedValue(generator = "a")
    Long id;
}
