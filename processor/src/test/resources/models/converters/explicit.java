package model;

import jakarta.persistence.*;
import java.time.LocalDate;

@Converter class DateAsText implements AttributeConverter<LocalDate, String> { public String convertToDatabaseColumn(LocalDate d) { return String.valueOf(d); } public LocalDate convertToEntityAttribute(String s) { return null; } }
@Entity class A { @Id Long id; @Convert(converter = DateAsText.class) LocalDate a; @Convert(converter = DateAsText.class) @Column(name = "bb", length = 10, nullable = false, unique = true) LocalDate b; LocalDate plain; }
