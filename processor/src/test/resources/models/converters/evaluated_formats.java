package model;

import jakarta.persistence.*;

// A text that is its own format.
enum Grade {
    LOW,
    HIGH
}

class OfGrades implements AttributeConverter<Grade, String> {
    @Override
    public String convertToDatabaseColumn(Grade grade) {
        return grade == null ? null : "%02d-%s".formatted(grade.ordinal(), grade.name());
    }

    @Override
    public Grade convertToEntityAttribute(String text) {
        return null;
    }
}

class OfBooleans implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value == null ? null : "<%b>".formatted(value);
    }

    @Override
    public Boolean convertToEntityAttribute(String text) {
        return null;
    }
}

@Entity
class A {
    @Id
    Long id;

    @Convert(converter = OfGrades.class)
    Grade grade;

    @Convert(converter = OfBooleans.class)
    Boolean flag;
}
