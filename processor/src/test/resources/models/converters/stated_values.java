package shop;

import dev.accrete.annotations.ConvertedValues;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;

enum Grade { GOOD, BAD, NONE }

@ConvertedValues({"g", "b'", "n"})
@Converter
class GradeText implements AttributeConverter<Grade, String> {
    public String convertToDatabaseColumn(Grade grade) {
        return grade == null ? null : grade.name().substring(0, 1).toLowerCase() + (grade == Grade.BAD ? "'" : "");
    }
    public Grade convertToEntityAttribute(String text) { return null; }
}

@ConvertedValues(value = {"10", "20"}, orNull = true)
@Converter
class GradeNumber implements AttributeConverter<Grade, Integer> {
    public Integer convertToDatabaseColumn(Grade grade) {
        return grade == null || grade == Grade.NONE ? null : (grade.ordinal() + 1) * 10;
    }
    public Grade convertToEntityAttribute(Integer number) { return null; }
}

@Converter
class FlagText implements AttributeConverter<Boolean, Character> {
    public Character convertToDatabaseColumn(Boolean flag) { return flag == null ? '?' : flag ? 'J' : 'N'; }
    public Boolean convertToEntityAttribute(Character text) { return null; }
}

class Unchecked implements AttributeConverter<Grade, BigDecimal> {
    public BigDecimal convertToDatabaseColumn(Grade grade) { return BigDecimal.ONE; }
    public Grade convertToEntityAttribute(BigDecimal number) { return null; }
}

class DateText implements AttributeConverter<LocalDate, String> {
    public String convertToDatabaseColumn(LocalDate date) { return null; }
    public LocalDate convertToEntityAttribute(String text) { return null; }
}

@Entity
class Pupil {
    @Id Long id;
    @Convert(converter = GradeText.class) Grade text;
    @Convert(converter = GradeText.class) @Column(columnDefinition = "varchar(5)") Grade defined;
    @Convert(converter = GradeNumber.class) @Column(nullable = false) Grade number;
    @Convert(converter = FlagText.class) @ConvertedValues({"N", "J", "?"}) boolean flag;
    @Convert(converter = Unchecked.class) @Column(precision = 5) Grade unchecked;
    @Convert(converter = DateText.class) @Column(length = 10, unique = true) LocalDate dropsTheLength;
}
