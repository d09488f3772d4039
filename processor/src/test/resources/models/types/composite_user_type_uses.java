package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.usertype.CompositeUserType;

// Composite user types that are stated and registered, on attributes, in collections and in embeddables.
record Money(BigDecimal amount, Currency currency) {}

class MoneyMapper {
    @Column(precision = 12, scale = 3, nullable = false) BigDecimal amount;
    @Column(name = "cur", length = 3) String currency;
    int minor;
}

record Range(int low, int high) {}

abstract class Composite<T> implements CompositeUserType<T> {
    public Object getPropertyValue(T m, int p) { return null; }
    public T instantiate(org.hibernate.metamodel.spi.ValueAccess v) { return null; }
    public T deepCopy(T m) { return m; }
    public boolean isMutable() { return false; }
    public T replace(T d, T m, Object o) { return d; }
    public T assemble(Serializable s, Object o) { return null; }
    public Serializable disassemble(T m) { return null; }
    public boolean equals(T a, T b) { return a == b; }
    public int hashCode(T m) { return 1; }
}

class MoneyType extends Composite<Money> {
    public Class<?> embeddable() { return MoneyMapper.class; }
    public Class<Money> returnedClass() { return Money.class; }
}

class RangeType extends Composite<Range> {
    @Override
    public Class<?> embeddable() { return Fields.class; }
    @Override
    public Class<Range> returnedClass() { return Range.class; }

    static class Fields { Integer low; Integer high; }
}

@Embeddable class Terms { @CompositeType(MoneyType.class) @AttributeOverride(name = "currency", column = @Column(name = "tcur")) Money fee; String text; }

@Entity
@CompositeTypeRegistration(embeddableClass = Range.class, userType = RangeType.class)
class Offer {
    @Id Long id;
    @CompositeType(MoneyType.class) Money price;
    @CompositeType(MoneyType.class) @AttributeOverride(name = "amount", column = @Column(name = "d_amount")) @AttributeOverride(name = "currency", column = @Column(name = "d_cur", length = 5)) @AttributeOverride(name = "minor", column = @Column(name = "d_minor")) Money discount;
    Range range;
    @Embedded @AttributeOverrides({@AttributeOverride(name = "fee.amount", column = @Column(name = "t_amount")), @AttributeOverride(name = "fee.minor", column = @Column(name = "t_minor"))}) Terms terms;
    @ElementCollection @CompositeType(MoneyType.class) List<Money> prices;
    @ElementCollection Set<Range> ranges;
}
