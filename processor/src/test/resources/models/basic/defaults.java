package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;

@Entity
class A {
    @Id
    long id;

    @ColumnDefault("0")
    int a;

    @ColumnDefault("'x y'")
    String b;

    @ColumnDefault("true")
    @Column(nullable = false)
    boolean c;

    @ColumnDefault("current_timestamp")
    Instant d;

    @ColumnDefault("1.5")
    BigDecimal e;

    @ColumnDefault("-1")
    Long f;

    @ColumnDefault("null")
    String g;
}
