package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.Set;

@Converter
class Conv implements AttributeConverter<LocalDate, String> {
    public String convertToDatabaseColumn(LocalDate d) {
        return "";
    }

    public LocalDate convertToEntityAttribute(String s) {
        return null;
    }
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Convert(converter = Conv.class)
    Set<LocalDate> days;
}
