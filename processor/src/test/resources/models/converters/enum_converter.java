package model;

import jakarta.persistence.*;

// Hibernate runs it for each constant to write a check.
enum K { A, B } 
@Converter class KConverter implements AttributeConverter<K, String> { public String convertToDatabaseColumn(K k) { return k == null ? null : k.name().toLowerCase(); } public K convertToEntityAttribute(String s) { return null; } }
@Entity class A { @Id Long id; @Convert(converter = KConverter.class) K k; }
