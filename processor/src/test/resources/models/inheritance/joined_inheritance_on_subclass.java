package model;

import jakarta.persistence.*;

// Only the root's strategy counts.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class P {
    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Q extends P {
    int q;
}

@Entity
class R extends Q {
    int r;
}
