package model;

import jakarta.persistence.*;
import java.util.Map;
import java.util.Set;

// What an automatic converter reaches, and what not.
@Converter(autoApply = true) class Num implements AttributeConverter<Integer, String> { public String convertToDatabaseColumn(Integer d) { return ""; } public Integer convertToEntityAttribute(String s) { return null; } }
@Embeddable class E { int n; Integer m; }
@Entity class A { @Id Integer id; int a; Integer b; @Version Integer v; @Embedded E e; @ElementCollection Set<Integer> set; @ElementCollection Map<Integer, Integer> map; }
