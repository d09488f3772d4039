package model;

import jakarta.persistence.*;

// A field that a mapped superclass has already.
@MappedSuperclass
abstract class Base {
    @Id
    Long id;

    @Column(length = 10)
    String name;
}

@Entity
class A extends Base {
    @Column(length = 20)
    String name;
}
