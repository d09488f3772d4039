package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    boolean a;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Boolean b;

    @JdbcTypeCode(SqlTypes.BIT)
    Boolean c;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Boolean d;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Boolean e;
}
