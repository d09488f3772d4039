import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Shelf {
    @Id
    @Convert(converter = AsText.class)
    Long id;
}

class AsText implements AttributeConverter<Long, String> {
    @Override
    public String convertToDatabaseColumn(Long number) {
        return "" + number;
    }

    @Override
    public Long convertToEntityAttribute(String text) {
        return Long.valueOf(text);
    }
}
