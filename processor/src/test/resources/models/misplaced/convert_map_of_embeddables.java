package model;

import jakarta.persistence.*;
import java.util.*;

// A converter of a map with embeddables says which of their attributes it is for.
@Entity
class Page {
    @Id
    Long id;

    @ElementCollection
    @Convert(converter = Upper.class)
    Map<String, Note> notes;
}

@Embeddable
class Note {
    String text;
}

@Converter
class Upper implements AttributeConverter<String, String> {
    @Override
    public String convertToDatabaseColumn(String value) {
        return value;
    }

    @Override
    public String convertToEntityAttribute(String value) {
        return value;
    }
}
