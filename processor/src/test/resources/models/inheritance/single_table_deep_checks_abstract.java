package model;

import jakarta.persistence.*;

@Entity
abstract class A {
    @Id
    Long id;
}

@Entity
abstract class B extends A {
    short ofB;
}

@MappedSuperclass
abstract class M extends B {
    long ofM;
}

@Entity
class C extends M {
    int ofC;
}

@Entity
class D extends C {
    boolean ofD;
}
