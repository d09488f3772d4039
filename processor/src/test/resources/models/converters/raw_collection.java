package model;

import jakarta.persistence.*;
import java.util.HashMap;

// Without its type arguments, Hibernate does not come as far as the converter.
@Entity
class Feed {
    @Id
    Long id;

    @Convert(converter = Words.class)
    HashMap words;

    static class Words implements AttributeConverter<HashMap, String> {
        public String convertToDatabaseColumn(HashMap words) {
            return null;
        }

        public HashMap convertToEntityAttribute(String text) {
            return null;
        }
    }
}
