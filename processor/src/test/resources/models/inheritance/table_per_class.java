package model;

import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class P {
    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true)
    String code;

    int n;
}

@Entity
class Q extends P {
    String q;
}

@Entity
class R extends Q {
    String r;
}
