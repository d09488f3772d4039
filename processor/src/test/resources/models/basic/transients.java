package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Transient
    String a;

    transient String b;
    static String c;
    final String d = "";
    volatile int e;

    @Transient
    Object f;

    static final long serialVersionUID = 1L;
    String g;
}
