package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.CompositeType;

class MoneyMapper {
    BigDecimal amount;
    String currency;
}

record Money(BigDecimal amount, String currency) {}

class MoneyType implements org.hibernate.usertype.CompositeUserType<Money> {
    public Object getPropertyValue(Money m, int p) {
        return p == 0 ? m.amount() : m.currency();
    }

    public Money instantiate(org.hibernate.metamodel.spi.ValueAccess v) {
        return null;
    }

    public Class<?> embeddable() {
        return MoneyMapper.class;
    }

    public Class<Money> returnedClass() {
        return Money.class;
    }

    public Money deepCopy(Money m) {
        return m;
    }

    public boolean isMutable() {
        return false;
    }

    public Money replace(Money d, Money m, Object o) {
        return d;
    }

    public Money assemble(Serializable s, Object o) {
        return null;
    }

    public Serializable disassemble(Money m) {
        return null;
    }

    public boolean equals(Money a, Money b) {
        return a == b;
    }

    public int hashCode(Money m) {
        return 1;
    }
}

@Entity
class A {
    @Id
    Long id;

    @CompositeType(MoneyType.class)
    @AttributeOverride(name = "amount", column = @Column(name = "m_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "m_currency", length = 3))
    Money money;
}
