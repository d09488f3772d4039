package model;

import jakarta.persistence.*;
import java.time.LocalDate;

// A converter named by @Convert needs no @Converter.
class Up implements AttributeConverter<LocalDate, String> { public String convertToDatabaseColumn(LocalDate d) { return null; } public LocalDate convertToEntityAttribute(String s) { return null; } }
@Entity class A { @Id Long id; @Convert(converter = Up.class) LocalDate a; }
