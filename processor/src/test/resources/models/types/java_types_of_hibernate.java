package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Date;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.*;

// Hibernate's own descriptors say what Java type it is; beside one of somebody else's, a code says what column it is.
class Point implements Serializable {
    int x;
}

class PointJavaType extends AbstractClassJavaType<Point> {
    PointJavaType() {
        super(Point.class);
    }

    @Override
    public <X> X unwrap(Point value, Class<X> type, WrapperOptions options) {
        return null;
    }

    @Override
    public <X> Point wrap(X value, WrapperOptions options) {
        return null;
    }
}

@Entity
class A {
    @Id
    Long id;

    @JavaType(StringJavaType.class)
    String text;

    @JavaType(CharacterArrayJavaType.class)
    Character[] characters;

    @JavaType(ByteArrayJavaType.class)
    @Column(length = 40)
    Byte[] bytes;

    @JavaType(LongJavaType.class)
    Long number;

    @JavaType(JdbcDateJavaType.class)
    Date dayOf;

    @JavaType(JdbcTimeJavaType.class)
    Date timeOf;

    @JavaType(PointJavaType.class)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    Point place;
}
