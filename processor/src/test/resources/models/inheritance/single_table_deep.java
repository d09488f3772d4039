package model;

import jakarta.persistence.*;

@Entity
abstract class A {
    @Id
    Long id;
}

@Entity
abstract class B extends A {
    String b;
}

@Entity
class C extends B {
    int c;
}

@Entity
class D extends C {
    int d;
}

@Entity
class E extends A {
    int e;
}
