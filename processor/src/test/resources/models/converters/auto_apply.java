package model;

import jakarta.persistence.*;

record Money(long cents) {}
@Converter(autoApply = true) class MoneyConverter implements AttributeConverter<Money, Long> { public Long convertToDatabaseColumn(Money m) { return m == null ? null : m.cents(); } public Money convertToEntityAttribute(Long l) { return null; } }
@Entity class A { @Id Long id; Money a; @Column(nullable = false) Money b;  }
