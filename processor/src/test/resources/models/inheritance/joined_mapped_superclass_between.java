package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class P {
    @Id
    Long id;
}

@MappedSuperclass
abstract class M extends P {
    String m;
}

@Entity
class Q extends M {
    String q;
}
