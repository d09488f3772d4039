package model;

import jakarta.persistence.*;

enum Op {
    PLUS {
        int apply(int a) {
            return a;
        }
    },
    MINUS {
        int apply(int a) {
            return -a;
        }
    };

    abstract int apply(int a);
}

@Entity
class A {
    @Id
    long id;

    Op a;

    @Enumerated(EnumType.STRING)
    Op b;
}
