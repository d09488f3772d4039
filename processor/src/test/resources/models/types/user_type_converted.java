package money;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import org.hibernate.annotations.Type;
import org.hibernate.usertype.EnhancedUserType;

/** A user type with a converter: the column has the size of what the values are converted to. */
@Entity
class Account {
    @Id
    Long id;

    @Type(AsText.class)
    Money text;

    @Type(AsText.class)
    @Column(length = 40)
    Money shortText;

    @Type(AsNumber.class)
    Money number;

    @Type(AsNumber.class)
    @Column(precision = 12, scale = 4)
    Money exact;

    @ElementCollection
    @Type(AsNumber.class)
    List<Money> numbers;

    @Type(AsLong.class)
    Money cents;

    @Type(AsBytes.class)
    @Column(length = 300)
    Money bytes;

    @Type(Plain.class)
    Money plain;
}

class Money implements Serializable {}

class AsText implements EnhancedUserType<Money> {

    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public AttributeConverter<Money, ?> getValueConverter() {
        return new Texts();
    }

    @Override
    public Class<Money> returnedClass() {
        return Money.class;
    }

    @Override
    public Money deepCopy(Money money) {
        return money;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public String toSqlLiteral(Money money) {
        return "''";
    }

    @Override
    public String toString(Money money) {
        return "";
    }

    @Override
    public Money fromStringValue(CharSequence text) {
        return new Money();
    }
}

class AsNumber extends AsText {
    @Override
    public int getSqlType() {
        return Types.NUMERIC;
    }

    @Override
    public AttributeConverter<Money, ?> getValueConverter() {
        return new Numbers();
    }
}

class AsLong extends AsText {
    @Override
    public int getSqlType() {
        return Types.BIGINT;
    }

    @Override
    public AttributeConverter<Money, ?> getValueConverter() {
        return new Cents();
    }
}

class AsBytes extends AsText {
    @Override
    public int getSqlType() {
        return Types.VARBINARY;
    }

    @Override
    public AttributeConverter<Money, ?> getValueConverter() {
        return new Bytes();
    }
}

class Plain extends AsText {
    @Override
    public AttributeConverter<Money, ?> getValueConverter() {
        return null;
    }
}

class Texts implements AttributeConverter<Money, String> {
    @Override
    public String convertToDatabaseColumn(Money money) {
        return "";
    }

    @Override
    public Money convertToEntityAttribute(String text) {
        return new Money();
    }
}

class Numbers implements AttributeConverter<Money, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Money money) {
        return BigDecimal.ONE;
    }

    @Override
    public Money convertToEntityAttribute(BigDecimal number) {
        return new Money();
    }
}

class Cents implements AttributeConverter<Money, Long> {
    @Override
    public Long convertToDatabaseColumn(Money money) {
        return 1L;
    }

    @Override
    public Money convertToEntityAttribute(Long cents) {
        return new Money();
    }
}

class Bytes implements AttributeConverter<Money, byte[]> {
    @Override
    public byte[] convertToDatabaseColumn(Money money) {
        return new byte[0];
    }

    @Override
    public Money convertToEntityAttribute(byte[] bytes) {
        return new Money();
    }
}
