package model;

import jakarta.persistence.*;

@Entity
@Table(name = "thing")
class A {
    @Id
    @SequenceGenerator(name = "s", sequenceName = "thing")
    @GeneratedValue(generator = "s")
    Long id;
}
