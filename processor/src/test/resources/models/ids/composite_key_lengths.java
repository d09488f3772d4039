package model;

import jakarta.persistence.*;
import java.io.Serializable;

// Lengths decide the order too.
class Key implements Serializable {
    String a;
    String b;
    String c;
    byte[] d;
}

@Entity
@IdClass(Key.class)
class Wide {
    @Id
    @Column(length = 300)
    String a;

    @Id
    @Column(length = 3)
    String b;

    @Id
    @Column(length = 254)
    String c;

    @Id
    @Column(length = 12)
    byte[] d;
}
