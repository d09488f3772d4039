package model;

import jakarta.persistence.*;

@MappedSuperclass
@SequenceGenerator(name = "base", sequenceName = "base_numbers", allocationSize = 20)
abstract class Base {
    @Id
    @GeneratedValue(generator = "base")
    Long id;
}

@Entity
class A extends Base {}

@Entity
class B extends Base {
    String name;
}
