package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

// A type that has no column gets one by its converter.
@Converter class MapConverter implements AttributeConverter<Map<String, String>, String> { public String convertToDatabaseColumn(Map<String, String> d) { return null; } public Map<String, String> convertToEntityAttribute(String s) { return null; } }
@Converter class ListConverter implements AttributeConverter<List<String>, String> { public String convertToDatabaseColumn(List<String> d) { return null; } public List<String> convertToEntityAttribute(String s) { return null; } }
@Entity class A { @Id Long id; @Convert(converter = MapConverter.class) Map<String, String> a; @Convert(converter = ListConverter.class) @Column(length = 2000) List<String> b; @Lob @Convert(converter = MapConverter.class) Map<String, String> c; @Convert(converter = ListConverter.class) @Column(columnDefinition = "text") List<String> d; }
