package model;

import jakarta.persistence.*;

@Entity
class P {
    @Id
    Long id;
}

@MappedSuperclass
abstract class M extends P {
    String m;
    int n;
}

@Entity
class Q extends M {
    String q;
}

@Entity
class R extends M {}
