package shop;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.UUID;

/** A converter for the bound of a type variable applies to what has its type. */
@MappedSuperclass
abstract class Counted<T extends Number> {
    T count;

    @ElementCollection
    List<T> counts;
}

@Entity
class Shelf extends Counted<Integer> {
    @Id
    String code;
}

@Converter(autoApply = true)
class NumberConverter implements AttributeConverter<Number, UUID> {
    public UUID convertToDatabaseColumn(Number value) {
        return new UUID(0, value.longValue());
    }

    public Number convertToEntityAttribute(UUID id) {
        return id.getLeastSignificantBits();
    }
}
