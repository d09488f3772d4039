package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.hibernate.type.YesNoConverter;

// Joined hierarchy with discriminator, secondary table, converters.
@Converter(autoApply = true)
class YearMonthConverter implements AttributeConverter<YearMonth, String> {
    public String convertToDatabaseColumn(YearMonth m) {
        return m == null ? null : m.toString();
    }

    public YearMonth convertToEntityAttribute(String s) {
        return s == null ? null : YearMonth.parse(s);
    }
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "payee_type")
@SecondaryTable(name = "payee_bank", pkJoinColumns = @PrimaryKeyJoinColumn(name = "payee_id"))
abstract class Payee {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @Column(table = "payee_bank", length = 34)
    String iban;

    @Column(table = "payee_bank", length = 11)
    String bic;
}

@Entity
@DiscriminatorValue("EMP")
class Salaried extends Payee {
    @Column(precision = 12, scale = 2, nullable = false)
    BigDecimal salary;

    @ElementCollection
    @CollectionTable(name = "bonuses")
    Map<YearMonth, BigDecimal> bonuses;
}

@Entity
@DiscriminatorValue("CON")
class Contractor extends Payee {
    BigDecimal hourly;

    @Column(length = 7)
    YearMonth since;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"payee_id", "month_of"}))
class Payslip {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Payee payee;

    @Column(name = "month_of", length = 7, nullable = false)
    YearMonth month;

    BigDecimal net;

    @Convert(converter = YesNoConverter.class)
    boolean paid;
}
