package model;

import jakarta.persistence.*;

@MappedSuperclass
@SequenceGenerator(sequenceName = "outer_numbers")
abstract class Base {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class A extends Base {}

@Entity
@SequenceGenerator(sequenceName = "inner_numbers", allocationSize = 3)
class B extends Base {}
