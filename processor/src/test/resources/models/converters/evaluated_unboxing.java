package shop;

import jakarta.persistence.*;

// Hibernate does not start: the type of the outer conditional is short.
enum Color { RED, NONE }
class Ternaries implements AttributeConverter<Color, Short> {
    public Short convertToDatabaseColumn(Color color) { return color == Color.RED ? (short) 5 : color != Color.NONE ? (short) 6 : null; }
    public Color convertToEntityAttribute(Short value) { return null; }
}
@Entity class Line { @Id Long id; @Convert(converter = Ternaries.class) Color a; }
