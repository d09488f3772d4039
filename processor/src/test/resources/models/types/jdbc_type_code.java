package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    UUID a;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID b;

    @JdbcTypeCode(SqlTypes.BINARY)
    UUID c;

    @JdbcTypeCode(SqlTypes.INTEGER)
    boolean d;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Integer e;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Duration f;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant g;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    BigDecimal h;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    int i;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String j;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String k;

    @JdbcTypeCode(SqlTypes.CLOB)
    String l;

    @JdbcTypeCode(SqlTypes.CHAR)
    String m;
}
