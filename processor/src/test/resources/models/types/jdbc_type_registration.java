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

// In the place of what Hibernate has for a code: no other column, but of a large object.
@Entity
@JdbcTypeRegistration(CustomBinary.class)
class A {
    @Id
    Long id;

    byte[] bytes;

    @Column(length = 40)
    byte[] shorter;

    @Lob
    byte[] large;

    String text;
}

// Another column for each attribute that has the code.
@Entity
@JdbcTypeRegistration(UuidAsBinaryJdbcType.class)
@JdbcTypeRegistration(value = VarcharJdbcType.class, registrationCode = Types.INTEGER)
class B {
    @Id
    UUID id;

    int number;
    Integer wrapped;

    @JdbcTypeCode(Types.INTEGER)
    Long coded;

    Long other;
}

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
