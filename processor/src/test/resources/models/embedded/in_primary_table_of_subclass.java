package model;

import jakarta.persistence.*;

@Embeddable
class Part {
    String code;
    int count;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Base {
    @Id
    Long id;
}

@Entity
class A extends Base {
    @Embedded
    Part part;
}
