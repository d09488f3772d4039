package model;

import jakarta.persistence.*;

// Refused by Hibernate.
@Converter class Up implements AttributeConverter<String, Integer> { public Integer convertToDatabaseColumn(String d) { return null; } public String convertToEntityAttribute(Integer s) { return null; } }
@Entity class A { @Id @Convert(converter = Up.class) String id; }
