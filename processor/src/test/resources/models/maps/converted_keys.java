package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.Map;

@Converter
class Conv implements AttributeConverter<LocalDate, Integer> {
    public Integer convertToDatabaseColumn(LocalDate d) {
        return 1;
    }

    public LocalDate convertToEntityAttribute(Integer s) {
        return null;
    }
}

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Convert(attributeName = "key", converter = Conv.class)
    Map<LocalDate, String> a;

    @ElementCollection
    @Convert(attributeName = "value", converter = Conv.class)
    Map<String, LocalDate> b;
}
