package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class A {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.BINARY)
    byte[] a;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    @Column(length = 20)
    byte[] b;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] c;

    @JdbcTypeCode(SqlTypes.BLOB)
    byte[] d;

    @JdbcTypeCode(SqlTypes.LONGVARBINARY)
    byte[] e;
}
