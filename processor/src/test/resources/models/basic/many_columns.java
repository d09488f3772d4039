package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "wide_table")
class Wide {
    @Id
    @GeneratedValue
    Long id;

    String c1;
    String c2;
    String c3;
    String c4;
    Integer n1;
    Integer n2;
    Long l1;
    Long l2;
    boolean b1;
    boolean b2;
    BigDecimal d1;
    BigDecimal d2;
    LocalDate day1;
    LocalDate day2;
    Instant at1;
    Instant at2;
    UUID u1;
    UUID u2;
    double x;
    float y;
}
