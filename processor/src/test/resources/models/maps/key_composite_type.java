package shop;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import org.hibernate.annotations.MapKeyCompositeType;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.usertype.CompositeUserType;

/** The annotation is not kept for run time, so Hibernate does not see it. */
@Entity
class PriceList {
    @Id
    Long id;

    @ElementCollection
    @MapKeyCompositeType(AmountType.class)
    Map<Amount, String> names;

    @ElementCollection
    @MapKeyCompositeType(AmountType.class)
    Map<Money, String> labels;
}

class Amount implements Serializable {
    BigDecimal amount;
}

@Embeddable
class Money {
    BigDecimal amount;
    String currency;
}

class AmountType implements CompositeUserType<Amount> {

    public static class Parts {
        @Column(precision = 10)
        BigDecimal amount;
    }

    @Override
    public Class<?> embeddable() {
        return Parts.class;
    }

    @Override
    public Class<Amount> returnedClass() {
        return Amount.class;
    }

    @Override
    public Object getPropertyValue(Amount amount, int property) {
        return amount.amount;
    }

    @Override
    public Amount instantiate(ValueAccess values) {
        return new Amount();
    }

    @Override
    public boolean equals(Amount one, Amount other) {
        return one == other;
    }

    @Override
    public int hashCode(Amount amount) {
        return 0;
    }

    @Override
    public Amount deepCopy(Amount amount) {
        return amount;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(Amount amount) {
        return amount;
    }

    @Override
    public Amount assemble(Serializable cached, Object owner) {
        return (Amount) cached;
    }

    @Override
    public Amount replace(Amount detached, Amount managed, Object owner) {
        return detached;
    }
}
