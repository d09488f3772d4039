package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Top {
    @Id
    Long id;

    String top;
}

abstract class Middle extends Top {
    String ignored;
}

@Entity
class A extends Middle {
    String own;
}
