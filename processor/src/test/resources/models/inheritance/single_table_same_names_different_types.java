package model;

import jakarta.persistence.*;

@Entity
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {
    @Column(name = "amount", length = 10)
    String q;
}

@Entity
class R extends P {
    @Column(name = "amount", length = 20, nullable = false)
    String r;
}
