package model;

import jakarta.persistence.*;

@Entity
@Inheritance
class Animal {
    @Id
    Long id;

    @Column(name = "age", insertable = false, updatable = false)
    Integer age;

    @Column(name = "size")
    Integer size;
}

@Entity
class Bird extends Animal {
    @Column(name = "age")
    Integer years;

    @Column(name = "size", insertable = false, updatable = false)
    Integer span;
}
