package model;

import jakarta.persistence.*;

@Entity
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {
    @Column(name = "amount")
    Integer q;
}

@Entity
class R extends P {
    @Column(name = "amount")
    Integer r;
}
