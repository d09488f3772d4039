package model;

import jakarta.persistence.*;

enum Small {
    A,
    B,
    C
}

enum One {
    ONLY
}

@Entity
class A {
    @Id
    long id;

    Small a;

    @Enumerated
    Small b;

    @Enumerated(EnumType.ORDINAL)
    One c;

    @Enumerated(EnumType.STRING)
    Small d;

    @Enumerated(EnumType.STRING)
    @Column(length = 1)
    Small e;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, unique = true)
    One f;

    @Column(nullable = false)
    Small g;
}
