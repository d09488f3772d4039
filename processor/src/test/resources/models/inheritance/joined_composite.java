package model;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    Long a;
    String b;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@IdClass(Key.class)
class P {
    @Id
    Long a;

    @Id
    @Column(length = 5)
    String b;
}

@Entity
class Q extends P {
    int q;
}

@Entity
@PrimaryKeyJoinColumn(name = "qa", referencedColumnName = "a")
@PrimaryKeyJoinColumn(name = "qb", referencedColumnName = "b")
class R extends P {}
