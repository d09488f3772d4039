package model;

import jakarta.persistence.*;
import java.sql.Types;
import java.util.BitSet;
import java.util.List;
import org.hibernate.annotations.*;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

// Descriptors of users: what they recommend, and what extends one of Hibernate's.
@Entity
class A {
    @Id
    Long id;

    @JavaType(BitSetJavaType.class)
    BitSet plain;

    @JavaType(BitSetJavaType.class)
    @Column(length = 40)
    BitSet shorter;

    @JavaType(BitSetJavaType.class)
    @JdbcTypeCode(Types.NUMERIC)
    BitSet number;

    @Lob
    @JavaType(BitSetJavaType.class)
    BitSet large;

    @ElementCollection
    @JavaType(BitSetJavaType.class)
    List<BitSet> elements;

    @JavaType(Upper.class)
    String text;

    @JavaType(BySingleton.class)
    BitSet singleton;

    @JavaType(ByCode.class)
    BitSet code;

    @JavaType(Nothing.class)
    Money money;

    @JavaType(org.hibernate.type.descriptor.java.StringJavaType.class)
    Color color;
}

enum Color {
    RED,
    GREEN
}

class Money {
    long cents;
}

class Upper extends org.hibernate.type.descriptor.java.StringJavaType {}

class BySingleton extends BitSetJavaType {
    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return org.hibernate.type.descriptor.jdbc.BigIntJdbcType.INSTANCE;
    }
}

class ByCode extends BitSetJavaType {
    private static final int CODE = Types.NUMERIC;

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getJdbcType(CODE);
    }
}

class Nothing extends AbstractClassJavaType<Money> {
    public Nothing() {
        super(Money.class);
    }

    @Override
    public Money fromString(CharSequence string) {
        return new Money();
    }

    @Override
    public <X> X unwrap(Money value, Class<X> type, WrapperOptions options) {
        return type.cast(value.toString());
    }

    @Override
    public <X> Money wrap(X value, WrapperOptions options) {
        return new Money();
    }
}

class BitSetJavaType extends AbstractClassJavaType<BitSet> {
    public BitSetJavaType() {
        super(BitSet.class);
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getTypeConfiguration().getJdbcTypeRegistry().getDescriptor(Types.VARCHAR);
    }

    @Override
    public BitSet fromString(CharSequence string) {
        return new BitSet();
    }

    @Override
    public <X> X unwrap(BitSet value, Class<X> type, WrapperOptions options) {
        return type.cast(value.toString());
    }

    @Override
    public <X> BitSet wrap(X value, WrapperOptions options) {
        return new BitSet();
    }
}
