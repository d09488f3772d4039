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

// All attributes of the type have what the descriptor recommends.
@Entity
@JavaTypeRegistration(javaType = BitSet.class, descriptorClass = BitSetJavaType.class)
class A {
    @Id
    Long id;

    BitSet plain;

    @Column(length = 40, nullable = false)
    BitSet shorter;

    @JdbcTypeCode(Types.CHAR)
    BitSet coded;

    @ElementCollection
    List<BitSet> elements;
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
