package shop;

import jakarta.persistence.*;

// Code that depends on more than its argument is not evaluated.
enum K { A, B }
class Now implements AttributeConverter<K, String> { public String convertToDatabaseColumn(K k) { return k.name() + System.getProperty("java.vendor").length(); } public K convertToEntityAttribute(String s) { return null; } }
@Entity class Line { @Id Long id; @Convert(converter = Now.class) K a; }
