package cards;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Set;

/** A converter of the elements makes an array of what they become, without a check; one of the whole is as ever. */
@Entity
class Hand {
    @Id
    Long id;

    @Convert(converter = SuitToText.class)
    @Column(length = 12)
    Set<Suit> suits;

    @Convert(converter = SuitToNumber.class)
    Suit[] played;

    @Convert(converter = TextToNumber.class)
    List<String> names;

    @Convert(converter = SuitsToText.class)
    List<Suit> dealt;

    enum Suit {
        CLUBS,
        HEARTS
    }

    static class SuitToText implements AttributeConverter<Suit, String> {
        @Override
        public String convertToDatabaseColumn(Suit suit) {
            return suit.name();
        }

        @Override
        public Suit convertToEntityAttribute(String text) {
            return Suit.valueOf(text);
        }
    }

    static class SuitToNumber implements AttributeConverter<Suit, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Suit suit) {
            return suit.ordinal();
        }

        @Override
        public Suit convertToEntityAttribute(Integer number) {
            return Suit.values()[number];
        }
    }

    static class TextToNumber implements AttributeConverter<String, Long> {
        @Override
        public Long convertToDatabaseColumn(String text) {
            return Long.valueOf(text);
        }

        @Override
        public String convertToEntityAttribute(Long number) {
            return number.toString();
        }
    }

    static class SuitsToText implements AttributeConverter<List<Suit>, String> {
        @Override
        public String convertToDatabaseColumn(List<Suit> suits) {
            return suits.toString();
        }

        @Override
        public List<Suit> convertToEntityAttribute(String text) {
            return List.of();
        }
    }
}
