package model;

import jakarta.persistence.*;
import java.util.List;

// A @Convert with an attributeName is none of a basic attribute's: Hibernate passes over it.
@Entity
class Partner {
    @Id
    Long id;

    @Convert(attributeName = "images")
    List<String> images;

    @Convert(attributeName = "grade", converter = Upper.class)
    Integer grade;

    static class Upper implements AttributeConverter<Integer, String> {
        public String convertToDatabaseColumn(Integer number) {
            return String.valueOf(number);
        }

        public Integer convertToEntityAttribute(String text) {
            return Integer.valueOf(text);
        }
    }
}
