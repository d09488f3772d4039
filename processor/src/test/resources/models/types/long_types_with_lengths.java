package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

// A stated length beats that of the type code, unless it is the default one.
@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(name = "without")
    String withoutLength;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(length = 10000)
    String text;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(length = 20000000)
    String tooLong;

    @JdbcTypeCode(SqlTypes.LONGVARBINARY)
    @Column(length = 20)
    byte[] bytes;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(length = 20)
    String unlimited;
}
