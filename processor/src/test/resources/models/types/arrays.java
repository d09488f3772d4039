package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

enum K {
    A,
    B
}

@Entity
class A {
    @Id
    Long id;

    String[] a;
    int[] b;
    Long[] c;
    BigDecimal[] d;
    UUID[] e;
    Instant[] f;
    boolean[] g;
    LocalDate[] h;
    K[] i;

    @Enumerated(EnumType.STRING)
    K[] j;

    byte[][] k;
    double[] l;
    short[] m;
}
