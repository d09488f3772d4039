package model;

import jakarta.persistence.*;

@Embeddable
class L3 {
    String c;
}

@Embeddable
class L2 {
    String b;
    L3 three;
}

@Embeddable
class L1 {
    String a;
    L2 two;
}

@Entity
class A {
    @Id
    Long id;

    L1 one;

    @AttributeOverride(name = "a", column = @Column(name = "a2"))
    @AttributeOverride(name = "two.b", column = @Column(name = "b2"))
    @AttributeOverride(name = "two.three.c", column = @Column(name = "c2"))
    L1 other;
}
