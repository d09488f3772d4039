package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Entity class A { @Converter(autoApply = true) static class Up implements AttributeConverter<LocalDate, String> { public String convertToDatabaseColumn(LocalDate d) { return null; } public LocalDate convertToEntityAttribute(String s) { return null; } } @Id Long id; LocalDate a; }
