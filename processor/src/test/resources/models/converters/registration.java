package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import org.hibernate.annotations.ConverterRegistration;

@Converter class Up implements AttributeConverter<LocalDate, String> { public String convertToDatabaseColumn(LocalDate d) { return null; } public LocalDate convertToEntityAttribute(String s) { return null; } }
@Entity @ConverterRegistration(converter = Up.class, autoApply = true) class A { @Id Long id; LocalDate a; }
