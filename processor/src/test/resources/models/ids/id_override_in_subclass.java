package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Base {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@AttributeOverride(name = "id", column = @Column(name = "a_id"))
class A extends Base {}

@Entity
@AttributeOverride(name = "id", column = @Column(name = "b_id"))
class B extends Base {
    @ManyToOne
    A a;
}
