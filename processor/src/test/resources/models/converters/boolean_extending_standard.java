package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

// Hibernate's converters have no source here; what extends one has its results, unless it decides otherwise.
@Converter(autoApply = true)
class Letters extends YesNoConverter {}

@Converter
class LettersAgain extends Letters {
    @Override
    public Boolean convertToEntityAttribute(Character data) {
        return data != null && super.convertToEntityAttribute(data);
    }
}

class Words extends TrueFalseConverter {}

class Numbers extends NumericBooleanConverter {}

class OtherNumbers extends NumericBooleanConverter {
    @Override
    public Integer convertToDatabaseColumn(Boolean value) {
        return value == null ? null : value ? 8 : 9;
    }
}

@Entity
class A {
    @Id
    Long id;

    boolean byItself;

    @Convert(converter = LettersAgain.class)
    Boolean twice;

    @Convert(converter = Words.class)
    boolean word;

    @Convert(converter = Numbers.class)
    @Column(nullable = false)
    Boolean number;

    @Convert(converter = OtherNumbers.class)
    Boolean other;

    @ElementCollection
    @Convert(converter = Numbers.class)
    Set<Boolean> numbers;
}
