package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    @Column(unique = true)
    String a;

    @Column(unique = true, nullable = false, length = 64)
    String b;

    @Column(unique = true)
    Integer c;
}
