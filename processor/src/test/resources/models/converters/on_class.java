package model;

import jakarta.persistence.*;

@Converter class Up implements AttributeConverter<String, Integer> { public Integer convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(Integer s) { return null; } }
@MappedSuperclass abstract class M { @Id Long id; String a; }
@Entity @Convert(attributeName = "a", converter = Up.class) class A extends M { String b; }
@Entity class B extends M {}
