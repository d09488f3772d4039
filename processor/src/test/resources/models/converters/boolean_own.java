package model;

import jakarta.persistence.*;

@Converter class BConverter implements AttributeConverter<Boolean, Integer> { public Integer convertToDatabaseColumn(Boolean k) { return Boolean.TRUE.equals(k) ? 1 : 0; } public Boolean convertToEntityAttribute(Integer s) { return null; } }
@Entity class A { @Id Long id; @Convert(converter = BConverter.class) Boolean k; @Convert(converter = BConverter.class) boolean p; }
