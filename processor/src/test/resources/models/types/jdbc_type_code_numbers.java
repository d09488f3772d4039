package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    double a;

    @JdbcTypeCode(SqlTypes.DOUBLE)
    BigDecimal b;

    @JdbcTypeCode(SqlTypes.BIGINT)
    int c;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Long d;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 30)
    BigDecimal e;

    @JdbcTypeCode(SqlTypes.FLOAT)
    double f;

    @JdbcTypeCode(SqlTypes.REAL)
    float g;

    @JdbcTypeCode(SqlTypes.TINYINT)
    int h;
}
