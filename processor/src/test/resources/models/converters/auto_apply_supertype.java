package model;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Converter(autoApply = true) class Num implements AttributeConverter<Number, String> { public String convertToDatabaseColumn(Number d) { return ""; } public Number convertToEntityAttribute(String s) { return null; } }
@Entity class A { @Id Long id; Integer a; BigDecimal b; Number c; }
