import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** H2 compares texts with numbers, and PostgreSQL refuses the table. */
@Entity
class Ticket {
    @Id
    Long id;

    @Max(500)
    String price;

    @Min(1)
    @Convert(converter = NumberToText.class)
    Integer seat;
}

@Converter
class NumberToText implements AttributeConverter<Integer, String> {
    @Override
    public String convertToDatabaseColumn(Integer value) {
        return value == null ? null : value.toString();
    }

    @Override
    public Integer convertToEntityAttribute(String value) {
        return value == null ? null : Integer.valueOf(value);
    }
}
