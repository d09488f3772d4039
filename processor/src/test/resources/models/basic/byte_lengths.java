package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Column(length = 1)
    byte[] a;

    @Column(length = 1048576)
    byte[] b;

    @Column(length = 1048577)
    byte[] c;

    @Lob
    byte[] d;

    @Lob
    @Column(length = 100)
    byte[] e;

    byte[] f;
}
