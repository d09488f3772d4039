package model;

import jakarta.persistence.*;

@Entity
class Measurement {
    @Id
    Long id;

    Integer[] counts;

    Double[] values1;

    String[] labels;

    int[] raw;
}

abstract class Joined<T> implements AttributeConverter<T[], String> {
    @Override
    public String convertToDatabaseColumn(T[] values) {
        return "";
    }
}

/** Hibernate sees {@code T[]} as the class file does, so that it is for arrays of all objects. */
@Converter(autoApply = true)
class JoinedStrings extends Joined<String> {
    @Override
    public String[] convertToEntityAttribute(String text) {
        return null;
    }
}
