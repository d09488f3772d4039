package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.type.*;

// What the elements become is as long as their own Java type needs.
@Entity
class A {
    @Id
    Long id;

    @Convert(converter = NumericBooleanConverter.class)
    Boolean[] numbers;

    @Convert(converter = YesNoConverter.class)
    List<Boolean> letters;

    @Convert(converter = TrueFalseConverter.class)
    @Column(length = 9)
    List<Boolean> sized;

    @Convert(converter = ToCharacter.class)
    String[] characters;

    @Convert(converter = ToCharacter.class)
    @Column(length = 1)
    String[] shortOnes;

    @Convert(converter = ToDecimal.class)
    List<Suit> decimals;

    @Convert(converter = ToDecimal.class)
    @Column(precision = 7)
    List<Suit> precise;

    @Convert(converter = ToText.class)
    List<Integer> texts;
}

enum Suit {
    CLUBS,
    HEARTS
}

class ToCharacter implements AttributeConverter<String, Character> {
    @Override
    public Character convertToDatabaseColumn(String text) {
        return text.charAt(0);
    }

    @Override
    public String convertToEntityAttribute(Character character) {
        return character.toString();
    }
}

class ToDecimal implements AttributeConverter<Suit, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Suit suit) {
        return BigDecimal.ONE;
    }

    @Override
    public Suit convertToEntityAttribute(BigDecimal number) {
        return Suit.CLUBS;
    }
}

class ToText implements AttributeConverter<Integer, String> {
    @Override
    public String convertToDatabaseColumn(Integer number) {
        return number.toString();
    }

    @Override
    public Integer convertToEntityAttribute(String text) {
        return Integer.valueOf(text);
    }
}
