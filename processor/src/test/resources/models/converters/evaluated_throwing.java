package shop;

import jakarta.persistence.*;

// Hibernate does not start: it converts null, and passes on what is thrown.
class Yes implements AttributeConverter<Boolean, String> { public String convertToDatabaseColumn(Boolean b) { return b ? "Y" : "N"; } public Boolean convertToEntityAttribute(String s) { return null; } }
@Entity class Line { @Id Long id; @Convert(converter = Yes.class) Boolean a; }
