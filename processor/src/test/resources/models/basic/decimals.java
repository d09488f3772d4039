package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;

@Entity
class A {
    @Id
    long id;

    BigDecimal a;

    @Column(precision = 10)
    BigDecimal b;

    @Column(precision = 10, scale = 2)
    BigDecimal c;

    @Column(scale = 4)
    BigDecimal d;

    @Column(precision = 19, scale = 4, nullable = false)
    BigDecimal e;

    BigInteger f;

    @Column(precision = 20)
    BigInteger g;

    @Column(precision = 38, scale = 10)
    BigDecimal h;

    @Column(precision = 100, scale = 50)
    BigDecimal i;
}
