package model;

import jakarta.persistence.*;

enum Code {
    A("a"),
    B("b'c");

    @EnumeratedValue
    final String code;

    Code(String code) {
        this.code = code;
    }
}

enum Num {
    ONE(1),
    TEN(10);

    @EnumeratedValue
    final int number;

    Num(int number) {
        this.number = number;
    }
}

enum Tiny {
    ONE((byte) 1),
    TWO((byte) 2);

    @EnumeratedValue
    final byte number;

    Tiny(byte number) {
        this.number = number;
    }
}

@Entity
class A {
    @Id
    long id;

    @Enumerated(EnumType.STRING)
    Code a;

    @Enumerated(EnumType.ORDINAL)
    Num b;

    Num c;
    Tiny d;
}
