package model;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    Long x;
    String y;
}

@Entity
@IdClass(Key.class)
class B {
    @Id
    Long x;

    @Id
    @Column(length = 10)
    String y;
}

@Entity
class A {
    @Id
    Long id;

    @OneToOne
    B b;
}
