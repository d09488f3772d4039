import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Type;
import org.hibernate.dialect.Dialect;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.usertype.UserType;

/** A user type's own sizes count where the column states none; a length of 255 is none. */
@Entity
class Voucher {
    @Id
    Long id;

    @Type(AmountType.class)
    BigDecimal amount;

    @Type(AmountType.class)
    @Column(precision = 12, scale = 4)
    BigDecimal paid;

    @Type(AmountType.class)
    @Column(scale = 5)
    BigDecimal rest;

    @Type(CodeType.class)
    String code;

    @Type(CodeType.class)
    @Column(length = 7)
    String shortCode;

    @Type(CodeType.class)
    @Column(length = 255)
    String longCode;

    @ElementCollection
    @Type(CodeType.class)
    Set<String> aliases;
}

abstract class ValueType<T> implements UserType<T> {
    static final int DIGITS = 20;

    @Override
    public boolean equals(T first, T second) {
        return Objects.equals(first, second);
    }

    @Override
    public int hashCode(T value) {
        return Objects.hashCode(value);
    }

    @Override
    public T deepCopy(T value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public int getDefaultSqlPrecision(Dialect dialect, JdbcType jdbcType) {
        return DIGITS;
    }
}

class AmountType extends ValueType<BigDecimal> {
    @Override
    public int getSqlType() {
        return Types.NUMERIC;
    }

    @Override
    public Class<BigDecimal> returnedClass() {
        return BigDecimal.class;
    }

    @Override
    public int getDefaultSqlScale(Dialect dialect, JdbcType jdbcType) {
        return 3;
    }
}

class CodeType extends ValueType<String> {
    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public Class<String> returnedClass() {
        return String.class;
    }

    @Override
    public long getDefaultSqlLength(Dialect dialect, JdbcType jdbcType) {
        return 60;
    }
}
