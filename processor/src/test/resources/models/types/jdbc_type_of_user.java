package model;

import jakarta.persistence.*;
import java.sql.Types;
import java.util.UUID;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.*;

// Descriptors of users: what their methods return, and what they inherit.
@Entity
class A {
    @Id
    Long id;

    @org.hibernate.annotations.JdbcType(CustomBinary.class)
    byte[] bytes;

    @org.hibernate.annotations.JdbcType(CustomBinary.class)
    @Column(length = 40)
    byte[] shorter;

    @org.hibernate.annotations.JdbcType(CustomBinary.class)
    UUID uuid;

    @org.hibernate.annotations.JdbcType(Endless.class)
    String endless;

    @org.hibernate.annotations.JdbcType(Padded.class)
    @Column(length = 10)
    String padded;

    @org.hibernate.annotations.JdbcType(Same.class)
    Integer same;

    @org.hibernate.annotations.JdbcType(Same.class)
    @JdbcTypeCode(Types.BIGINT)
    Integer beforeCode;
}

class Endless extends VarcharJdbcType {
    @Override
    public int getDefaultSqlTypeCode() {
        return SqlTypes.LONG32VARCHAR;
    }
}

class Padded extends VarcharJdbcType {
    @Override
    public int getDdlTypeCode() {
        return SqlTypes.CHAR;
    }
}

class Same extends VarcharJdbcType {}

class CustomBinary implements org.hibernate.type.descriptor.jdbc.JdbcType {
    @Override
    public int getJdbcTypeCode() {
        return Types.VARBINARY;
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return null;
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return null;
    }
}
