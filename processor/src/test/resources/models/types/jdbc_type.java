package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JdbcType;

@Entity
class A {
    @Id
    Long id;

    @JdbcType(org.hibernate.type.descriptor.jdbc.VarcharJdbcType.class)
    Integer a;

    @JdbcType(org.hibernate.type.descriptor.jdbc.CharJdbcType.class)
    @Column(length = 8)
    String b;

    @JdbcType(org.hibernate.type.descriptor.jdbc.BigIntJdbcType.class)
    Integer c;

    @JdbcType(org.hibernate.type.descriptor.jdbc.LongVarcharJdbcType.class)
    String d;
}
