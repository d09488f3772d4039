package model;

import jakarta.persistence.*;

enum K { A, B } 
@Converter(autoApply = true) class KConverter implements AttributeConverter<K, Integer> { public Integer convertToDatabaseColumn(K k) { return k == null ? null : k.ordinal() * 10; } public K convertToEntityAttribute(Integer s) { return null; } }
@Entity class A { @Id Long id; K k; @Enumerated(EnumType.STRING) K stays; }
