package model;

import jakarta.persistence.*;

@Converter class Up implements AttributeConverter<String, Integer> { public Integer convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(Integer s) { return null; } }
@Embeddable class E { String x1; String y1; }
@Entity class A { @Id Long id; @Embedded @Converts({@Convert(attributeName = "x1", converter = Up.class), @Convert(attributeName = "y1", converter = Up.class)}) E e; }
