package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;

@Entity
class A {
    @Id
    long id;

    @Column(columnDefinition = "varchar(12)")
    String a;

    @Column(columnDefinition = "integer", nullable = false)
    int b;

    @Column(columnDefinition = "numeric(9,3) default 0")
    BigDecimal c;

    @Column(columnDefinition = "timestamp")
    Date d;

    @Column(columnDefinition = "varchar(10)", unique = true)
    String e;

    @Column(columnDefinition = "boolean default false not null")
    boolean f;

    @Column(columnDefinition = "char(3)")
    String g;

    @Column(columnDefinition = "smallint")
    int h;

    @Column(columnDefinition = "date")
    LocalDate i;
}
