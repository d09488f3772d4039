package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Converter(autoApply = true) class Text implements AttributeConverter<LocalDate, String> { public String convertToDatabaseColumn(LocalDate d) { return ""; } public LocalDate convertToEntityAttribute(String s) { return null; } }
@Entity class A { @Id Long id; LocalDate converted; @Convert(disableConversion = true) LocalDate plain; }
