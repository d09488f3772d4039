package model;

import jakarta.persistence.*;

// The thresholds beyond which a varchar becomes a text or a clob.
@Entity
class A {
    @Id
    long id;

    @Column(length = 1)
    String a;

    @Column(length = 1048576)
    String b;

    @Column(length = 1048577)
    String c;

    @Column(length = 10485760)
    String d;

    @Column(length = 10485761)
    String e;

    @Column(length = Integer.MAX_VALUE)
    String f;

    @Column(length = 254)
    String g;

    @Column(length = 255)
    String h;
}
