package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum K {
    B,
    A,
    C
}

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    K a;

    @JdbcTypeCode(SqlTypes.INTEGER)
    K b;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    K c;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 10)
    K d;

    @JdbcTypeCode(SqlTypes.CHAR)
    K e;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 1)
    K f;
}
